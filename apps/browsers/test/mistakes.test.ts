import { installedBrowser, titleIn } from '@cors/browsers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batchesFor, writtenBatchesFor } from '../src/generate/batches.js'
import { runBatch, type Setting } from '../src/judge/run-batch.js'
import { type Stage, startStage } from '../src/judge/stage.js'
import { Tally } from '../src/judge/tally.js'
import {
  forgetsVary,
  type Mistake,
  mistakes,
  namesWhatIsAsked,
  noMistake,
} from '../src/subjects/wrong/mistakes.js'
import { startWrong, wrongTraits } from '../src/subjects/wrong/start-wrong.js'
import { readsByTwoOrigins } from './support/http-cache.js'
import { preflightsOfOthers } from './support/preflight-cache.js'

const executablePath = installedBrowser('chromium')

/** That a wrong server is found: a judge that never says no proves nothing. */
describe.skipIf(executablePath === undefined)(`A server with a mistake ${titleIn('chromium')}`, () => {
  let stage: Stage
  let count = 0
  beforeAll(async () => {
    stage = await startStage('chromium', executablePath ?? '')
  })
  afterAll(() => stage?.close())

  const withServer = async (mistake: Mistake, use: (setting: Setting, id: string) => Promise<void>) => {
    const running = await startWrong(mistake)
    try {
      const id = `wrong${++count}`
      await use({ ...(await stage.enter(id, running)), traits: wrongTraits }, id)
    } finally {
      await running.close()
    }
  }

  /** As the suite judges an adapter, up to the first batch that shows something. */
  const disagreements = async (mistake: Mistake): Promise<readonly string[]> => {
    const tally = new Tally()
    await withServer(mistake, async (setting, id) => {
      const batches = batchesFor(id, {
        browser: 'chromium',
        seeds: [1],
        policiesOfSeed: 8,
        callsOfPolicy: 40,
      })
      for (const { source, policy, cases } of [...writtenBatchesFor(id), ...batches]) {
        tally.add(await runBatch(setting, policy, cases), source)
        if (tally.disagreements.length > 0) break
      }
    })
    return tally.disagreements
  }

  test('the same server without one is not blamed', async () => {
    expect(await disagreements(noMistake)).toEqual([])
  })

  test.each(mistakes)('$name', async (mistake) => {
    expect((await disagreements(mistake)).length).toBeGreaterThan(0)
  })

  test(namesWhatIsAsked.name, async () => {
    const others = async (mistake: Mistake): Promise<number> => {
      let preflights = 0
      await withServer(mistake, async (setting, id) => {
        for (const count of (await preflightsOfOthers(setting, id)).others) preflights += count
      })
      return preflights
    }
    expect(await others(namesWhatIsAsked)).toBeGreaterThan(0)
    expect(await others(noMistake)).toBe(0)
  })

  test(forgetsVary.name, async () => {
    await withServer(forgetsVary, async (setting, id) => {
      const outcomes = await readsByTwoOrigins(setting, id)
      expect(outcomes).toEqual([
        [true, 1],
        [true, 0],
        [false, 0],
      ])
    })
    await withServer(noMistake, async (setting, id) => {
      expect(await readsByTwoOrigins(setting, id)).toEqual([
        [true, 1],
        [true, 0],
        [true, 1],
      ])
    })
  })
})

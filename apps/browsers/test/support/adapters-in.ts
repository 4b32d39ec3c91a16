import { type BrowserName, installedBrowser, titleIn } from '@cors/browsers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Amount, batchesFor, writtenBatchesFor } from '../../src/generate/batches.js'
import { runBatch, type Setting } from '../../src/judge/run-batch.js'
import { type Stage, startStage } from '../../src/judge/stage.js'
import { Tally } from '../../src/judge/tally.js'
import { differencesOf } from '../../src/meaning/known-differences.js'
import type { RunningSubject } from '../../src/subjects/running-subject.js'
import { startSubject } from '../../src/subjects/start-subject.js'
import { subjects } from '../../src/subjects/subject.js'
import { freshSeed } from './fresh-seed.js'
import { httpCache } from './http-cache.js'
import { preflightCache } from './preflight-cache.js'

interface Options extends Omit<Amount, 'seeds' | 'browser'> {
  readonly fixedSeeds: readonly number[]
  /** So many cases at least, for every subject. */
  readonly cases: number
}

/** A browser judges every adapter. */
export const adaptersIn = (browser: BrowserName, { fixedSeeds, cases, ...amount }: Options): void => {
  const executablePath = installedBrowser(browser)

  describe.skipIf(executablePath === undefined)(titleIn(browser), () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await startStage(browser, executablePath ?? '')
    })
    afterAll(() => stage?.close())

    describe.each(subjects)('$adapter: $id', (subject) => {
      let running: RunningSubject
      let setting: Setting
      beforeAll(async () => {
        running = await startSubject(subject)
        setting = { ...(await stage.enter(subject.id, running)), traits: subject }
      })
      afterAll(() => running?.close())

      test('every policy means what it says', async () => {
        const tally = new Tally()
        const seeds = [...fixedSeeds, freshSeed]
        const batches = [
          ...writtenBatchesFor(subject.id),
          ...batchesFor(subject.id, { ...amount, browser, seeds }),
        ]
        for (const { source, policy, cases } of batches) {
          tally.add(await runBatch(setting, policy, cases), source)
        }
        const { yes, no } = tally.readable
        console.log(
          `${browser}, ${subject.id}: ${tally.cases} cases, ${yes} readable, ${no} not; seed ${freshSeed}`,
        )
        const { length } = tally.disagreements
        expect(length, `${length} disagreements:\n\n${tally.disagreements.slice(0, 5).join('\n\n')}\n`).toBe(
          0,
        )
        expect(tally.cases).toBeGreaterThanOrEqual(cases)
        // One that does not occur any more must leave the list.
        expect([...tally.shown.keys()].sort()).toEqual(
          differencesOf(browser)
            .map(({ name }) => name)
            .sort(),
        )
      })

      preflightCache(() => setting, subject.id)
      httpCache(() => setting, subject)
    })
  })
}

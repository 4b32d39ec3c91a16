import { describe, expect, test } from 'vitest'
import type { Setting } from '../../src/judge/run-batch.js'
import type { Rule } from '../../src/meaning/policy.js'
import { call, freshName, type Outcome, placeNamed } from './visitors.js'

const place = placeNamed('site')

const rule: Rule = {
  origins: [place.origin],
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['X-One', 'X-Two'],
}

/** Firefox asks again for the first two or three requests to a URL. */
const warmUp = 5

type Ask = (method: string, header?: string) => Promise<Outcome>

/** Asks the same URL again and again. */
const asker = (setting: Setting, subject: string): Ask => {
  const name = freshName()
  const url = `https://${subject}.api.shop.example/answer?case=${name}`
  return (method, header) =>
    call(setting, place, name, { url, method, headers: header === undefined ? [] : [[header, '1']] })
}

/** How many preflights the same request needed in all, and then each other one. */
export const preflightsOfOthers = async (
  setting: Setting,
  subject: string,
): Promise<{ readonly same: number; readonly others: readonly number[] }> => {
  await setting.running.replacePolicy([{ ...rule, maxAge: 600 }])
  const ask = asker(setting, subject)
  let same = 0
  for (let turn = 0; turn < warmUp; turn++) same += (await ask('PUT', 'X-One')).preflights
  const others = [await ask('DELETE', 'X-Two'), await ask('GET', 'X-Two'), await ask('PUT')]
  if (!others.every(({ seen }) => seen.readable)) throw new Error('A script could not read its answer')
  return { same, others: others.map(({ preflights }) => preflights) }
}

export const preflightCache = (setting: () => Setting, subject: string): void => {
  describe('the preflight cache', () => {
    test('one answer speaks for every listed method and header of the URL', async () => {
      const { same, others } = await preflightsOfOthers(setting(), subject)
      expect(same).toBeGreaterThan(0)
      expect(same).toBeLessThan(setting().visit.browser === 'chromium' ? 2 : warmUp)
      expect(others).toEqual([0, 0, 0])
    })

    test('maxAge 0 switches it off', async () => {
      await setting().running.replacePolicy([{ ...rule, maxAge: 0 }])
      const ask = asker(setting(), subject)
      const outcomes = [await ask('PUT'), await ask('PUT'), await ask('PUT')]
      expect(outcomes.map(({ seen, preflights }) => [seen.readable, preflights])).toEqual([
        [true, 1],
        [true, 1],
        [true, 1],
      ])
    })

    test('an upload listener asks once, too', async () => {
      await setting().running.replacePolicy([{ ...rule, maxAge: 600 }])
      const name = freshName()
      const url = `https://${subject}.api.shop.example/answer?case=${name}`
      const upload = {
        url,
        via: 'XMLHttpRequest',
        method: 'POST',
        body: 'up',
        hasUploadListener: true,
      } as const
      let preflights = 0
      for (let turn = 0; turn < warmUp; turn++) {
        preflights += (await call(setting(), place, name, upload)).preflights
      }
      expect(preflights).toBeGreaterThan(0)
      expect(preflights).toBeLessThan(setting().visit.browser === 'chromium' ? 2 : warmUp)
    })
  })
}

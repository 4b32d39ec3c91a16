import { describe, expect, test } from 'vitest'
import type { Setting } from '../../src/judge/run-batch.js'
import type { Policy } from '../../src/meaning/policy.js'
import type { Place } from '../../src/places.js'
import type { Subject } from '../../src/subjects/subject.js'
import { call, freshName, placeNamed } from './visitors.js'

const first = placeNamed('site')
const second = placeNamed('subdomain')

/** Did the script read it, and how many requests did it need? */
type Read = readonly [readable: boolean, requests: number]

const reads = async (
  setting: Setting,
  subject: string,
  policy: Policy,
  pages: readonly Place[],
): Promise<readonly Read[]> => {
  await setting.running.replacePolicy(policy)
  const name = freshName()
  const query = new URLSearchParams({ case: name, cache: 'max-age=600' })
  const url = `https://${subject}.api.shop.example/answer?${query}`
  const outcomes: Read[] = []
  for (const page of pages) {
    const { seen, requests } = await call(setting, page, name, { url })
    outcomes.push([seen.readable, requests])
  }
  return outcomes
}

/** A cacheable answer that is keyed by origin, read by one page twice, and by another one. */
export const readsByTwoOrigins = (setting: Setting, subject: string): Promise<readonly Read[]> =>
  reads(setting, subject, [{ origins: [first.origin, second.origin] }], [first, first, second])

/** Two pages of one site share the browser's HTTP cache: what it keeps for one must not be given to the other. */
export const httpCache = (setting: () => Setting, { id, choosesPolicyByFunction }: Subject): void => {
  describe('the HTTP cache', () => {
    test('two origins of one site read a cacheable answer that is keyed by origin', async () => {
      expect(await readsByTwoOrigins(setting(), id)).toEqual([
        [true, 1],
        // It is a cache: else the last line would prove nothing.
        [true, 0],
        [true, 1],
      ])
    })

    test('an answer that is the same for everybody is kept once', async () => {
      expect(await reads(setting(), id, [{ origins: '*' }], [first, second])).toEqual([
        [true, 1],
        [true, choosesPolicyByFunction === true ? 1 : 0],
      ])
    })
  })
}

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

export const preflightCache = (setting: () => Setting, subject: string): void => {
  const asker = (): ((method: string, header?: string) => Promise<Outcome>) => {
    const name = freshName()
    const url = `https://${subject}.api.shop.example/answer?case=${name}`
    return (method, header) =>
      call(setting(), place, name, { url, method, headers: header === undefined ? [] : [[header, '1']] })
  }

  describe('the preflight cache', () => {
    test('one answer speaks for every listed method and header of the URL', async () => {
      await setting().running.replacePolicy([{ ...rule, maxAge: 600 }])
      const ask = asker()
      let preflights = 0
      for (let turn = 0; turn < warmUp; turn++) preflights += (await ask('PUT', 'X-One')).preflights
      expect(preflights).toBeLessThan(setting().visit.browser === 'chromium' ? 2 : warmUp)
      const others = [await ask('DELETE', 'X-Two'), await ask('GET', 'X-Two'), await ask('PUT')]
      expect(others.map(({ seen, preflights }) => [seen.readable, preflights])).toEqual([
        [true, 0],
        [true, 0],
        [true, 0],
      ])
    })

    test('maxAge 0 switches it off', async () => {
      await setting().running.replacePolicy([{ ...rule, maxAge: 0 }])
      const ask = asker()
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

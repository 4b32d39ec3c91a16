import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseOriginPattern } from '../../src/origin/origin-pattern.js'
import { classifyRequestOrigin } from '../../src/origin/request-origin.js'
import { policyOf } from '../support/policies.js'
import { actual } from '../support/requests.js'
import { check, RUNS } from './check.js'
import { isInsecure, isPattern } from './naive-origin.js'
import { anyOrigin, nearby, originNear } from './near-misses.js'
import { exactOrigin, pattern } from './origins.js'

const texts = fc.oneof(anyOrigin, pattern, exactOrigin)

const isAccepted = (origin: string): boolean => {
  try {
    policyOf({ origins: [origin] })
    return true
  } catch {
    return false
  }
}

test('Whatever is accepted without a wildcard, is well formed in a request, and the other way round', () => {
  const seen = { accepted: 0, refused: 0 }
  check([texts], (text) => {
    const isOrigin = !text.includes('*') && isAccepted(text)
    const kind = classifyRequestOrigin(text)
    expect(kind === 'secure' || kind === 'insecure').toBe(isOrigin)
    if (isOrigin) expect(kind).toBe(isInsecure(text) ? 'insecure' : 'secure')
    seen[isOrigin ? 'accepted' : 'refused']++
  })
  expect(Math.min(seen.accepted, seen.refused) / (seen.accepted + seen.refused)).toBeGreaterThan(0.2)
})

test('The strict parser accepts what the grammar says', () => {
  check([texts], (text) => {
    expect([text, parseOriginPattern(text) !== undefined]).toEqual([text, isPattern(text)])
  })
})

test('A generated pattern is always accepted', () => {
  check([pattern], (text) => {
    expect(isAccepted(text)).toBe(true)
  })
})

test('An http(s) origin is accepted exactly if the platform serialises it so, within the grammar', () => {
  const serialised = (text: string): string | undefined => {
    try {
      return new URL(text).origin
    } catch {
      return undefined
    }
  }
  // What the URL Standard permits, and the grammar does not: other host characters, empty labels and a trailing
  // dot, long labels and hosts, port 0, IPv4 within IPv6.
  const isWithinGrammar = (text: string): boolean =>
    text.length <= 8 + 253 + 6 &&
    !/:0$/.test(text) &&
    !text.includes('[::ffff:') &&
    (/^https?:\/\/([a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}(:\d+)?$/.test(text) || /^https?:\/\/\[/.test(text)) &&
    text.replace(/^https?:\/\//, '').replace(/:\d+$/, '').length <= 253
  // Labels that claim to be punycode and are not: the platform checks them, the grammar does not.
  const isPunycode = (text: string): boolean => /(^|[/.])xn--(?!p1ai[.:]|p1ai$)/.test(text)
  let accepted = 0
  check([texts.filter((text) => !isPunycode(text) && !text.includes('*'))], (text) => {
    const isHttp = /^https?:\/\//.test(text)
    fc.pre(isHttp)
    const expected = serialised(text) === text && isWithinGrammar(text)
    expect([text, parseOriginPattern(text) !== undefined]).toEqual([text, expected])
    if (expected) accepted++
  })
  expect(accepted).toBeGreaterThan(RUNS / 10)
})

test('Whatever a lookup is asked about is a valid pattern without wildcards', () => {
  let asked = 0
  check(
    [
      fc.array(pattern, { minLength: 1, maxLength: 4 }),
      fc.array(nearby, { minLength: 4, maxLength: 8 }),
      fc.boolean(),
    ],
    (patterns, nearbys, credentials) => {
      // What is thrown in a lookup fails closed, so nothing is expected in there.
      const origins: string[] = []
      const lookup = (origin: string): boolean => {
        origins.push(origin)
        return true
      }
      const policy = policyOf({ origins: [lookup], credentials })
      for (const near of nearbys) void policy.evaluate(actual(originNear(patterns, near)))
      for (const origin of origins) {
        expect(origin).not.toContain('*')
        expect(isAccepted(origin)).toBe(true)
        expect(credentials && isInsecure(origin)).toBe(false)
      }
      asked += origins.length
    },
  )
  expect(asked).toBeGreaterThan(RUNS / 10)
})

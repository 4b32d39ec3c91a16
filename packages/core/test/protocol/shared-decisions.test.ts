import { describe, expect, test } from 'vitest'
import type { CorsDecision } from '../../src/index.js'
import { decide, policyOf } from '../support/policies.js'
import { actual, nonCors, preflight } from '../support/requests.js'

const A = 'https://a.example'
const uncacheable = { preflightUncacheable: true }

describe('What does not depend on the request is made once', () => {
  const keyed = policyOf([
    { origins: [A, 'https://*.a.example'], methods: ['PUT'], maxAge: 5 },
    { origins: ['app://-'] },
  ])
  const constant = policyOf({ origins: '*', methods: ['PUT'], maxAge: 5 })

  test.each([
    ['no CORS request', keyed, nonCors(), nonCors('POST')],
    ['no CORS request, constant', constant, nonCors(), nonCors('POST')],
    ['a listed origin', keyed, actual(A), actual(A, 'POST')],
    ['a preflight of a listed origin', keyed, preflight(A, 'PUT', 'x-a'), preflight(A, 'DELETE')],
    [
      'an uncacheable one',
      keyed,
      preflight(A, 'PUT', 'x-a', uncacheable),
      preflight(A, 'DELETE', 'x', uncacheable),
    ],
    ['a denied origin', keyed, actual('https://b.example'), actual('https://c.example')],
    [
      'a denied preflight',
      keyed,
      preflight('https://b.example'),
      preflight('https://c.example', 'GET', 'x-b'),
    ],
    ['an opaque origin', keyed, actual('null'), actual('null')],
    ['everybody', constant, actual(A), actual('junk')],
    ['a preflight of everybody', constant, preflight(A), preflight('null', 'GET', 'x-b')],
  ])('%s', (_, policy, request, other) => {
    expect(decide(policy, other)).toBe(decide(policy, request))
  })

  test('what is refused of requested names is refused alike, whatever it is', () => {
    const any = policyOf({ origins: [A], credentials: true, allowedHeaders: '*' })
    const refused = decide(any, preflight(A, 'PUT', ','.repeat(16_384)))
    expect(decide(any, preflight(A, 'PUT', 'a b'))).toBe(refused)
    expect(refused.headers.map(([name]) => name)).not.toContain('access-control-allow-headers')
    const named = decide(any, preflight(A, 'PUT', 'x-a'))
    expect(named.headers).toContainEqual(['access-control-allow-headers', 'x-a'])
    expect(decide(any, preflight(A, 'PUT', 'a b'))).toBe(refused)
    expect(decide(any, preflight(A, 'PUT', 'a b', uncacheable))).not.toBe(refused)
  })

  test('of what a wildcard matched, the last is remembered', () => {
    const request = actual('https://x.a.example')
    expect(decide(keyed, request)).toBe(decide(keyed, actual('https://x.a.example', 'POST')))
    expect(decide(keyed, request)).not.toBe(decide(keyed, actual('https://y.a.example')))
  })

  test.each([
    ['a wildcard matched', keyed],
    ['a lookup allowed', policyOf({ origins: [A, () => true] })],
  ])('of what %s never more than a thousand: requests choose the names', async (_, policy) => {
    const origins = Array.from({ length: 1_001 }, (_, index) => `https://x${index}.a.example`)
    const decideAll = (): Promise<CorsDecision[]> =>
      Promise.all(origins.map((origin) => policy.evaluate(actual(origin))))
    const first = decide(policy, actual(A))
    const made = await decideAll()
    const again = await decideAll()
    expect(again).toStrictEqual(made)
    expect(again.filter((decision, index) => decision === made[index]).length).toBeLessThanOrEqual(1_000)
    // What is listed is kept all the same.
    expect(decide(policy, actual(A))).toBe(first)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CorsDecision, CorsReason } from '../../src/index.js'
import { checkAsync } from './check.js'
import { naiveRules, policyFor, requestFrom } from './configs.js'
import { decideNaively } from './naive-decision.js'

const requests = fc.array(requestFrom, { minLength: 1, maxLength: 6 })

test('Every decision is what the naive oracle says, whole', async () => {
  const seen = new Map<CorsReason, number>()
  await checkAsync([naiveRules, requests], async (rules, requestsFrom) => {
    const policy = policyFor(rules)
    for (const from of requestsFrom) {
      const request = from(rules)
      const expected = decideNaively(rules, request)
      const answer = policy.evaluate(request)
      expect({ request, asked: answer instanceof Promise, decision: await answer }).toStrictEqual({
        request,
        ...expected,
      })
      seen.set(expected.decision.reason, (seen.get(expected.decision.reason) ?? 0) + 1)
    }
  })
  // Each reason must have been there, or its part has not been compared.
  const reasons = Object.keys({
    'no-origin': 1,
    'origin-any': 1,
    'origin-exact': 1,
    'origin-pattern': 1,
    'origin-lookup': 1,
    'origin-not-listed': 1,
    'origin-opaque': 1,
    'origin-malformed': 1,
    'origin-insecure': 1,
    'origin-lookup-failed': 1,
  } satisfies Record<CorsReason, 1>)
  expect([...seen.keys()].sort()).toEqual(reasons.sort())
})

test('The questions agree with the decision about a GET', async () => {
  await checkAsync([naiveRules, requests], async (rules, requestsFrom) => {
    const policy = policyFor(rules)
    for (const from of requestsFrom) {
      const { origin } = from(rules)
      const { allowed, headers, reason } = await policy.evaluate({
        ...from([]),
        ...from(rules),
        method: 'GET',
      })
      expect(await policy.isOriginAllowed(origin)).toBe(allowed)
      const trusted = headers.some(([name]) => name === 'access-control-allow-credentials')
      expect(await policy.isOriginTrusted(origin)).toBe(trusted)
      if (reason === 'no-origin' || reason === 'origin-any' || origin === 'null') expect(trusted).toBe(false)
    }
  })
})

test('createCorsPolicy(policy.config) decides alike', async () => {
  await checkAsync([naiveRules, requests], async (rules, requestsFrom) => {
    const policy = policyFor(rules)
    const again = policyFor([policy.config].flat() as typeof rules)
    expect([again.config].flat()).toStrictEqual([policy.config].flat())
    for (const from of requestsFrom) {
      expect(await again.evaluate(from(rules))).toStrictEqual(await policy.evaluate(from(rules)))
    }
  })
})

/** Everything that a decision may say without having read the request. */
const constantsOf = (rules: Parameters<typeof decideNaively>[0]): Set<string> => {
  const constants = new Set(['*', 'true', '0'])
  for (const { methods, allowedHeaders, exposedHeaders, maxAge } of rules) {
    if (maxAge !== undefined) constants.add(String(maxAge))
    for (const list of [allowedHeaders, exposedHeaders]) if (list !== '*') constants.add(list.join(', '))
    if (methods !== '*') constants.add([...new Set(['GET', 'HEAD', 'POST', ...methods])].join(', '))
  }
  return constants
}

test('No header value is anything but a constant, the matched origin, or validated tokens', async () => {
  const NAMES = /^access-control-(allow-(origin|credentials|methods|headers)|expose-headers|max-age)$/
  const FIELD_VALUE = /^[!-~]+(, [!-~]+)*$/
  await checkAsync([naiveRules, requests], async (rules, requestsFrom) => {
    const policy = policyFor(rules)
    const constants = constantsOf(rules)
    for (const from of requestsFrom) {
      const request = from(rules)
      const decision: CorsDecision = await policy.evaluate(request)
      const names = decision.headers.map(([name]) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const [name, value] of decision.headers) {
        expect(name).toMatch(NAMES)
        expect(value).toMatch(FIELD_VALUE)
        if (constants.has(value)) continue
        if (name === 'access-control-allow-origin')
          expect([value, decision.allowed]).toEqual([request.origin, true])
        else if (name === 'access-control-allow-methods')
          expect(value).toBe(request.accessControlRequestMethod)
        else {
          expect(name).toBe('access-control-allow-headers')
          const asked = request.accessControlRequestHeaders?.toLowerCase().split(/[\s,]+/)
          expect(asked).toEqual(expect.arrayContaining(value.split(', ')))
        }
      }
    }
  })
})

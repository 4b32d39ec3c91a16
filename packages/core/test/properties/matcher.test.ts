import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CorsConfigError, type CorsPolicy } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { actual } from '../support/requests.js'
import { check } from './check.js'
import { findRule } from './naive-oracle.js'
import { nearby, originNear } from './near-misses.js'
import { originLists } from './origins.js'

/** Without the patterns that another property shows to be unreachable. */
const compile = (lists: readonly (string[] | '*')[]): { policy: CorsPolicy; lists: (string[] | '*')[] } => {
  try {
    const rules = lists.map((origins, index) => ({ origins, exposedHeaders: [`rule-${index}`] }))
    return { policy: policyOf(rules), lists: [...lists] }
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error
    const unreachable = new Set(error.issues.map(({ code, path }) => `${code} ${path[0]} ${path[2]}`))
    const kept = lists.map((origins, rule) =>
      origins === '*'
        ? origins
        : origins.filter((_, place) => !unreachable.has(`rule-unreachable ${rule} ${place}`)),
    )
    return compile(kept.filter((origins) => origins.length > 0))
  }
}

test('The compiled matcher decides as the naive oracle', () => {
  const seen = { 'origin-exact': 0, 'origin-pattern': 0, 'origin-any': 0, denied: 0, laterRule: 0 }
  check([originLists, fc.array(nearby, { minLength: 4, maxLength: 12 })], (generated, nearbys) => {
    const { policy, lists } = compile(generated)
    const patterns = lists.flatMap((origins) => (origins === '*' ? [] : origins))
    for (const near of nearbys) {
      const origin = originNear(patterns.length === 0 ? ['https://a.example'] : patterns, near)
      const match = findRule(lists, origin)
      const decision = policy.evaluate(actual(origin))
      seen[match?.reason ?? 'denied']++
      if ((match?.rule ?? 0) > 0 && match?.reason !== 'origin-any') seen.laterRule++
      const expected =
        match === undefined
          ? []
          : [
              ['access-control-allow-origin', match.reason === 'origin-any' ? '*' : origin],
              ['access-control-expose-headers', `rule-${match.rule}`],
            ]
      const shown = { origin, lists }
      expect({ ...shown, ...decision }).toMatchObject({
        ...shown,
        allowed: match !== undefined,
        headers: expected,
      })
      if (match !== undefined) expect(decision).toMatchObject({ reason: match.reason })
    }
  })
  // A generator that never hits would prove nothing.
  const total = seen['origin-exact'] + seen['origin-pattern'] + seen['origin-any'] + seen.denied
  expect(seen['origin-exact'] / total).toBeGreaterThan(0.05)
  expect(seen['origin-pattern'] / total).toBeGreaterThan(0.2)
  expect(seen['origin-any'] / total).toBeGreaterThan(0.05)
  expect(seen.denied / total).toBeGreaterThan(0.1)
  expect(seen.laterRule / total).toBeGreaterThan(0.1)
})

import { describe, expect, test } from 'vitest'
import { decide, policyOf } from './policies.js'
import { actual } from './requests.js'

export const label = (length: number): string => 'a'.repeat(length)

/** Host of exactly `length` characters below `base`, of labels that are as long as may be. */
export const hostOf = (length: number, base: string): string => {
  const rest = length - base.length - 1
  const labels: string[] = []
  for (let left = rest; left > 0; left -= 64) labels.push(label(Math.min(left, 63)))
  return `${labels.join('.')}.${base}`
}

/** The members of a text, of which none has white space. */
export const words = (text: string): string[] => text.trim().split(/\s+/)

export type MatchingRow = readonly [pattern: string, matches: readonly string[], others: readonly string[]]

/** A policy with this one pattern allows these origins, each as it came, and none of the others. */
export const testMatching = (rows: readonly MatchingRow[]): void => {
  describe.each(rows)('%s', (pattern, matches, others) => {
    const policy = policyOf({ origins: [pattern] })

    test.each(matches)('matches %s', (origin) => {
      expect(decide(policy, actual(origin))).toMatchObject({
        allowed: true,
        reason: origin === pattern ? 'origin-exact' : 'origin-pattern',
        headers: [['access-control-allow-origin', origin]],
      })
    })

    test.each(others)('does not match %j', (origin) => {
      expect(decide(policy, actual(origin))).toMatchObject({ allowed: false, headers: [] })
    })
  })
}

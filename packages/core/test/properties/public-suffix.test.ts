import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ADDITIONAL_SUFFIXES } from '../../src/origin/public-suffix/additional-suffixes.js'
import { coveredPublicSuffix } from '../../src/origin/public-suffix/public-suffix.js'
import { publicSuffixRules } from '../support/public-suffix-rules.js'
import { check } from './check.js'

const { rules, exceptions } = publicSuffixRules()
const all = [...rules, ...ADDITIONAL_SUFFIXES]

const byEnd = new Map<string, string[]>()
for (const rule of all) {
  const end = rule.split('.').at(-1) as string
  byEnd.set(end, [...(byEnd.get(end) ?? []), rule])
}

/** Do the last labels of the longer one equal the shorter one, where `*` is any label? */
const meet = (rule: readonly string[], domain: readonly string[]): boolean => {
  const length = Math.min(rule.length, domain.length)
  const [left, right] = [rule.slice(-length), domain.slice(-length)]
  return left.every((label, index) => label === '*' || label === right[index])
}

/** Slow and obvious: is the domain a suffix by a rule, or is there a rule below it? */
const isCovered = (domain: string): boolean => {
  const labels = domain.split('.')
  const isExempt = exceptions.some((exception) => domain === exception || domain.endsWith(`.${exception}`))
  const candidates = byEnd.get(labels.at(-1) as string) ?? []
  return candidates.some((rule) => {
    const ruleLabels = rule.split('.')
    return !isExempt && ruleLabels.length >= labels.length && meet(ruleLabels, labels)
  })
}

const label = fc.constantFrom('a', 'www', 'city', 'co', 'com', 'example', 'x-y')
/** A rule, its neighbours above and below, with wildcards filled, and names that no rule has. */
const domain = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...all) },
      { weight: 2, arbitrary: fc.constantFrom(...all.filter((rule) => rule.includes('*'))) },
      { weight: 2, arbitrary: fc.constantFrom(...exceptions) },
      {
        weight: 1,
        arbitrary: fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.')),
      },
    ),
    fc.array(label, { maxLength: 2 }),
    fc.integer({ min: 0, max: 2 }),
    label,
  )
  .map(([rule, below, above, filled]) => {
    const labels = [...below, ...rule.replace('*', filled).split('.')]
    return labels.slice(Math.min(above, labels.length - 2)).join('.')
  })
  .filter((text) => text.includes('.'))

test('A domain covers a public suffix if and only if the naive reading of the rules says so', () => {
  const seen = { covered: 0, free: 0 }
  check([domain], (text) => {
    const suffix = coveredPublicSuffix(text)
    seen[suffix === undefined ? 'free' : 'covered']++
    expect([text, suffix !== undefined]).toEqual([text, isCovered(text)])
    if (suffix === undefined) return
    // What is named is the domain itself, or below it, and there is a rule for it.
    expect(suffix === text || suffix.endsWith(`.${text}`)).toBe(true)
    const labels = suffix.split('.')
    const isNamed = (rule: string): boolean =>
      rule.split('.').length === labels.length && meet(rule.split('.'), labels)
    expect([suffix, all.some(isNamed)]).toEqual([suffix, true])
  })
  expect(Math.min(seen.covered, seen.free) / (seen.covered + seen.free)).toBeGreaterThan(0.15)
})

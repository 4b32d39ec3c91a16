import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CorsConfigError } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { check, RUNS } from './check.js'
import { patternMatches } from './naive-oracle.js'
import { pattern } from './origins.js'

/** Origins of a pattern, such that one of them escapes whatever does not cover it wholly. */
const samplesOf = (text: string): string[] => {
  const hosts = text.includes('*.')
    ? ['q.', 'q.r.', 'a.', 'foo.'].map((labels) => text.replace('*.', labels))
    : [text]
  const ports = ['', ':1', ':8080', ':8443', ':65535', ':9']
  return hosts.flatMap((host) =>
    host.endsWith(':*') ? ports.map((port) => host.replace(':*', port)) : [host],
  )
}

const reported = (lists: readonly string[][]): string[] => {
  try {
    policyOf(lists.map((origins) => ({ origins })))
    return []
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error
    return error.issues.map(({ code, path }) => `${code} ${path.join(' ')}`)
  }
}

/** So long that a wildcard has nothing left to stand for. */
const isEndless = (text: string): boolean => text.length > 240

/** Something that a pattern covers, or nearly: whether it does is for the oracle to say. */
const narrower = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace('*.', 'a.'),
  (text) => text.replace('*.', '*.a.'),
  (text) => text.replace('*.', ''),
  (text) => text.replace(/:\*$/, ''),
  (text) => text.replace(/:\*$/, ':8443'),
  (text) => text.replace('*.', 'foo.').replace(/:\*$/, ':1'),
)
const family = fc
  .tuple(
    pattern.filter((text) => !isEndless(text)),
    fc.array(narrower, { maxLength: 4 }),
  )
  .map(([text, narrowers]) => [text, ...narrowers.map((narrow) => narrow(text))])

/** The members of some families, dealt to some rules. */
const rulesOfFamilies = fc
  .tuple(
    fc.array(family, { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(3), { minLength: 15, maxLength: 15 }),
  )
  .map(([families, places]) => {
    const rules: string[][] = [[], [], [], []]
    for (const [index, text] of families.flat().entries()) {
      const rule = rules[places[index] ?? 0]
      if (rule?.includes(text) === false) rule.push(text)
    }
    return rules.filter((rule) => rule.length > 0)
  })

test('A pattern is reported exactly if no origin of it gets past one earlier pattern', () => {
  let found = 0
  check([rulesOfFamilies], (rules) => {
    const expected = rules.flatMap((origins, rule) =>
      origins.flatMap((text, place) => {
        const samples = samplesOf(text)
        const isCovered = rules
          .slice(0, rule)
          .flat()
          .some((earlier) => samples.every((origin) => patternMatches(earlier, origin)))
        return isCovered ? [`rule-unreachable ${rule} origins ${place}`] : []
      }),
    )
    expect(reported(rules)).toEqual(expected)
    found += expected.length
  })
  expect(found).toBeGreaterThan(RUNS / 4)
})

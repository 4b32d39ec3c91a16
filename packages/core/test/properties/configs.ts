import fc from 'fast-check'
import { CorsConfigError, type CorsPolicy, type CorsRequest } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import type { NaiveRule } from './naive-decision.js'
import { type Nearby, nearby, originNear } from './near-misses.js'
import { exactOrigin, originLists } from './origins.js'

/** Decided by the text alone, so that it can be asked again: yes, no, or a failure. */
export const lookup = (origin: string): boolean => {
  const sum = [...origin].reduce((total, character) => total + character.charCodeAt(0), 0)
  if (sum % 7 === 0) throw new Error(`No answer about ${origin}`)
  return sum % 2 === 0
}

const list = (...names: string[]) =>
  fc.oneof(fc.constant('*' as const), fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }))

const options = fc.record({
  credentials: fc.boolean(),
  methods: list('PUT', 'DELETE', 'GET', 'POST', 'Frob', 'M-SEARCH'),
  allowedHeaders: fc.oneof(
    list('authorization', 'x-a', 'content-type', 'range'),
    fc.constant(['*', 'authorization']),
  ),
  exposedHeaders: list('etag', 'link', 'x-b'),
  maxAge: fc.option(fc.integer({ min: 0, max: 86_400 }), { nil: undefined }),
  dangerouslyAllowInsecureOrigins: fc.boolean(),
  dangerouslyAllowPublicSuffixes: fc.constant(true),
  hasLookup: fc.boolean(),
})

type Options = typeof options extends fc.Arbitrary<infer Value> ? Value : never

/** A rule that is right: what its origins forbid is taken back. */
const ruleOf = (origins: string[] | '*', { hasLookup, maxAge, ...rest }: Options): NaiveRule => ({
  ...rest,
  ...(maxAge === undefined ? {} : { maxAge }),
  origins: origins === '*' ? '*' : hasLookup ? [...origins, lookup] : origins,
  credentials: rest.credentials && origins !== '*',
  exposedHeaders: rest.credentials && rest.exposedHeaders === '*' ? [] : rest.exposedHeaders,
})

/** Take away what is reported, until nothing is. */
const withoutMistakes = (rules: readonly NaiveRule[]): NaiveRule[] => {
  try {
    policyOf(rules)
    return [...rules]
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error
    const reported = new Set(error.issues.map(({ path }) => `${path[0]} ${path[2]}`))
    const kept = rules.map((rule, index) =>
      rule.origins === '*'
        ? rule
        : { ...rule, origins: rule.origins.filter((_, place) => !reported.has(`${index} ${place}`)) },
    )
    const reachable = kept.filter(({ origins }) => origins.length > 0)
    return withoutMistakes(
      reachable.length > 0 ? reachable : [{ ...(rules[0] as NaiveRule), origins: ['https://a.example'] }],
    )
  }
}

export const naiveRules: fc.Arbitrary<NaiveRule[]> = fc
  .tuple(originLists, fc.array(options, { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 5 }))
  .map(([lists, more, only]) => {
    const rules = lists.map((origins, index) => ruleOf(origins, more[index] as Options))
    return withoutMistakes(only === 0 ? rules.slice(-1) : rules)
  })

/** One rule is as often written alone as in an array. */
export const policyFor = (rules: readonly NaiveRule[]): CorsPolicy =>
  policyOf(rules.length === 1 && rules[0]?.credentials ? rules[0] : rules)

const name = fc.oneof(
  fc.constantFrom(
    'x-a',
    'X-Test',
    'authorization',
    'Content-Type',
    'a'.repeat(64),
    'a'.repeat(65),
    '',
    'x a',
    'é',
    "!#$%&'*+-.^_`|~",
  ),
  fc.string({ maxLength: 8 }),
)
export const requestedHeaders: fc.Arbitrary<string> = fc.oneof(
  fc.array(name, { maxLength: 5 }).map((names) => names.join(',')),
  fc
    .array(fc.constantFrom('x-a', 'b', ',', ' ', '\t', ', ', 'C-d'), { maxLength: 12 })
    .map((parts) => parts.join('')),
  fc
    .integer({ min: 120, max: 135 })
    .map((count) => Array.from({ length: count }, (_, index) => `x${index}`).join(', ')),
  fc.integer({ min: 8_180, max: 8_200 }).map((length) => `x-a${','.repeat(length - 3)}`),
)
export const requestedMethod: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'PUT',
    'DELETE',
    'patch',
    'GET',
    '',
    'TRACE',
    'connect',
    'Track',
    'a b',
    'M'.repeat(64),
    'M'.repeat(65),
  ),
  fc.string({ maxLength: 8 }),
)

/** Of the patterns of the rules, near to one of them, from somewhere else, or absent. */
const originFrom: fc.Arbitrary<(rules: readonly NaiveRule[]) => string | undefined> = fc.oneof(
  { weight: 8, arbitrary: nearby.map((near) => (rules: readonly NaiveRule[]) => originFor(rules, near)) },
  { weight: 3, arbitrary: exactOrigin.map((origin) => () => origin) },
  { weight: 1, arbitrary: fc.constantFrom('null', '', undefined).map((origin) => () => origin) },
)

const originFor = (rules: readonly NaiveRule[], near: Nearby): string => {
  const members = rules.flatMap(({ origins }) => [origins].flat())
  const patterns = members.filter((member) => typeof member === 'string' && member !== '*')
  return originNear(patterns.length > 0 ? (patterns as string[]) : ['https://a.example'], near)
}

/** A request to a policy of these rules. */
export const requestFrom: fc.Arbitrary<(rules: readonly NaiveRule[]) => CorsRequest> = fc
  .record({
    method: fc.constantFrom('OPTIONS', 'OPTIONS', 'GET', 'POST', 'options'),
    originFrom,
    accessControlRequestMethod: fc.option(requestedMethod, { nil: undefined }),
    accessControlRequestHeaders: fc.option(requestedHeaders, { nil: undefined }),
    preflightUncacheable: fc.boolean(),
  })
  .map(({ originFrom, ...request }) => (rules) => ({ ...request, origin: originFrom(rules) }))

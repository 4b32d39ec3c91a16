import type { CorsDecision, CorsHeader, CorsRequest } from '../../src/index.js'
import { patternMatches } from './naive-oracle.js'
import { isInsecure, isWellFormed } from './naive-origin.js'

/** A configuration as the oracle reads it; the lookup, if there is one, is in `origins`, too. */
export interface NaiveRule {
  readonly origins: '*' | readonly (string | ((origin: string) => boolean))[]
  readonly credentials: boolean
  readonly methods: '*' | readonly string[]
  readonly allowedHeaders: '*' | readonly string[]
  readonly exposedHeaders: '*' | readonly string[]
  readonly maxAge?: number
  readonly dangerouslyAllowInsecureOrigins: boolean
}

type Outcome = Pick<CorsDecision, 'reason' | 'error'> & { rule?: NaiveRule; asked: boolean }

const judge = (rules: readonly NaiveRule[], origin: string): Outcome => {
  let asked = false
  let spared = false
  for (const rule of rules) {
    if (rule.origins === '*') return { reason: 'origin-any', rule, asked }
    const patterns = rule.origins.filter((member) => typeof member === 'string')
    if (patterns.some((pattern) => pattern === origin && !pattern.includes('*')))
      return { reason: 'origin-exact', rule, asked }
    if (patterns.some((pattern) => patternMatches(pattern, origin)))
      return { reason: 'origin-pattern', rule, asked }
    for (const lookup of rule.origins.filter((member) => typeof member === 'function')) {
      if (!isWellFormed(origin)) continue
      if (isInsecure(origin) && rule.credentials && !rule.dangerouslyAllowInsecureOrigins) {
        spared = true
        continue
      }
      asked = true
      try {
        if (lookup(origin)) return { reason: 'origin-lookup', rule, asked }
      } catch (error) {
        return { reason: 'origin-lookup-failed', error, asked }
      }
    }
  }
  if (origin === 'null') return { reason: 'origin-opaque', asked }
  if (!isWellFormed(origin)) return { reason: 'origin-malformed', asked }
  return { reason: spared ? 'origin-insecure' : 'origin-not-listed', asked }
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,64}$/

export const echoedMethod = (method: string | undefined): string[] =>
  method !== undefined && TOKEN.test(method) && !/^(connect|trace|track)$/i.test(method) ? [method] : []

export const echoedHeaders = (names: string | undefined): string[] => {
  if (names === undefined || names.length > 8_192) return []
  const elements = names.split(',').map((element) => element.replace(/^[ \t]+|[ \t]+$/g, ''))
  const present = elements.filter((element) => element !== '')
  if (present.length < 1 || present.length > 128 || !present.every((name) => TOKEN.test(name))) return []
  return [present.map((name) => name.toLowerCase()).join(', ')]
}

const joined = (list: '*' | readonly string[], before: readonly string[] = []): string[] => {
  if (list === '*') return ['*']
  return list.length === 0 ? [] : [[...before, ...list.filter((name) => !before.includes(name))].join(', ')]
}

const allowHeaders = (rule: NaiveRule, requestOrigin: string, reason: string): CorsHeader[] => {
  const origin: CorsHeader = ['access-control-allow-origin', reason === 'origin-any' ? '*' : requestOrigin]
  return rule.credentials ? [origin, ['access-control-allow-credentials', 'true']] : [origin]
}

/** The whole answer, from the table of the specification. */
export const decideNaively = (
  rules: readonly NaiveRule[],
  request: CorsRequest,
): { decision: CorsDecision; asked: boolean } => {
  const constant = rules.length === 1 && rules[0]?.origins === '*' ? rules[0] : undefined
  const named = (name: string, values: string[]) =>
    values.map((value): CorsHeader => [`access-control-${name}`, value])
  const exposed = (rule: NaiveRule) => named('expose-headers', joined(rule.exposedHeaders))
  const { origin, method, accessControlRequestMethod: askedMethod } = request
  if (origin === undefined) {
    const headers =
      constant === undefined ? [] : [...allowHeaders(constant, '', 'origin-any'), ...exposed(constant)]
    const vary = constant === undefined ? ['Origin'] : []
    return {
      asked: false,
      decision: { kind: 'non-cors', allowed: constant !== undefined, reason: 'no-origin', headers, vary },
    }
  }
  const { asked, rule, ...why } = judge(rules, origin)
  const failed = why.reason === 'origin-lookup-failed'
  if (method !== 'OPTIONS' || askedMethod === undefined) {
    const headers = rule === undefined ? [] : [...allowHeaders(rule, origin, why.reason), ...exposed(rule)]
    const vary = failed ? ['*'] : constant === undefined ? ['Origin'] : []
    return { asked, decision: { kind: 'actual', allowed: rule !== undefined, ...why, headers, vary } }
  }
  const vary = failed ? ['*'] : ['Origin', 'Access-Control-Request-Method']
  if (rule === undefined) {
    return {
      asked,
      decision: { kind: 'preflight', allowed: false, ...why, status: failed ? 503 : 403, headers: [], vary },
    }
  }
  const echoesNames = rule.credentials && rule.allowedHeaders.includes('*')
  const names = echoesNames ? echoedHeaders(request.accessControlRequestHeaders) : joined(rule.allowedHeaders)
  const echoesMethod = rule.credentials && rule.methods === '*'
  const age =
    request.preflightUncacheable === true ? ['0'] : rule.maxAge === undefined ? [] : [String(rule.maxAge)]
  const headers = [
    ...allowHeaders(rule, origin, why.reason),
    ...named(
      'allow-methods',
      echoesMethod ? echoedMethod(askedMethod) : joined(rule.methods, ['GET', 'HEAD', 'POST']),
    ),
    ...named('allow-headers', names),
    ...named('max-age', age),
  ]
  if (echoesNames && names.length > 0) vary.push('Access-Control-Request-Headers')
  return { asked, decision: { kind: 'preflight', allowed: true, ...why, status: 204, headers, vary } }
}

import { isInsecure, type OriginPattern, parseOriginPattern } from '../origin/origin-pattern.js'
import type { OriginLookup } from './cors-config.js'
import { regExpSource } from './inspect.js'
import type { IssueList, Mistake } from './issue-list.js'
import { explainOrigin, FROM_ENVIRONMENT } from './origin-mistakes.js'
import { checkPublicSuffix } from './public-suffix.js'
import { readArray } from './read-own.js'
import { writeAs } from './write-as.js'

const MAXIMUM_ORIGINS = 100_000

/** The other options of the rule that decide which origins it may have. */
export interface OriginConditions {
  readonly credentials: boolean
  readonly dangerouslyAllowInsecureOrigins: boolean
  readonly dangerouslyAllowPublicSuffixes: boolean
}

/** `origins`, taken apart. */
export interface Origins {
  /** `'*'` stands there, alone. */
  readonly any: boolean
  /** With their place in the configuration's list, for messages. */
  readonly patterns: ReadonlyMap<OriginPattern, number>
  readonly lookup: OriginLookup | undefined
  /** For `policy.config`. */
  readonly normalized: '*' | readonly (string | OriginLookup)[]
}

export const readOrigins = (value: unknown, conditions: OriginConditions, issues: IssueList): Origins => {
  const members = readMembers(value, issues)
  const patterns = new Map<OriginPattern, number>()
  const distinct = new Set<unknown>()
  let lookup: OriginLookup | undefined
  for (const [index, member] of members.entries()) {
    distinct.add(member)
    if (typeof member === 'function') {
      if (lookup !== undefined) {
        const message = 'A rule has one lookup function at most.'
        issues.at(index).add(member, 'origin-lookup-invalid', message)
      }
      lookup = member as OriginLookup
    } else if (member !== '*') {
      const pattern = readPattern(member, conditions, issues.at(index))
      if (pattern !== undefined) patterns.set(pattern, index)
    }
  }
  const any = distinct.has('*')
  if (any) checkAny(members, distinct.size, conditions, issues)
  const normalized = any ? '*' : Object.freeze([...distinct] as (string | OriginLookup)[])
  return { any: any && distinct.size === 1, patterns, lookup, normalized }
}

const readMembers = (value: unknown, issues: IssueList): readonly unknown[] => {
  if (value === '*') return ['*']
  const expected = `"*", or an array of origins, such as ["https://app.example.com"]. ${FROM_ENVIRONMENT}`
  const explain = (): Mistake => {
    const [code, message] =
      regExpSource(value) === undefined
        ? (['config-type', `It is ${expected}`] as const)
        : explainOrigin(value)
    return [code, message, writeAs('origins', value)]
  }
  const members = value === undefined ? [] : readArray(value, MAXIMUM_ORIGINS, issues, explain)
  if (members?.length === 0) {
    const message = `Say who may read responses: ${expected}`
    issues.add(value, 'origins-missing', message)
  }
  return members ?? []
}

const readPattern = (
  member: unknown,
  { credentials, dangerouslyAllowInsecureOrigins, dangerouslyAllowPublicSuffixes }: OriginConditions,
  issues: IssueList,
): OriginPattern | undefined => {
  const pattern = typeof member === 'string' ? parseOriginPattern(member) : undefined
  if (pattern === undefined) {
    issues.add(member, ...explainOrigin(member))
    return undefined
  }
  if (credentials && !dangerouslyAllowInsecureOrigins && isInsecure(pattern)) {
    const message =
      'Cleartext: anybody on the network can act as your users. To accept that: dangerouslyAllowInsecureOrigins: true.'
    const suggestion = pattern.text.replace('http:', 'https:').replace(/:443$/, '')
    issues.add(member, 'origin-insecure-with-credentials', message, suggestion)
  }
  if (credentials && !dangerouslyAllowPublicSuffixes && pattern.subdomains) checkPublicSuffix(pattern, issues)
  return pattern
}

const checkAny = (
  members: readonly unknown[],
  distinctMembers: number,
  { credentials }: OriginConditions,
  issues: IssueList,
): void => {
  if (distinctMembers > 1) {
    const message = 'It already stands for the others. For different rights write two rules.'
    issues.at(members.indexOf('*')).add('*', 'wildcard-not-alone', message)
  }
  if (credentials) {
    const message =
      'Any site could act as your users: browsers refuse it. ' +
      'List the origins; give everybody else a second rule.'
    issues.add('*', 'origin-any-with-credentials', message)
  }
}

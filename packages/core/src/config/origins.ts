import { isInsecure, type OriginPattern, parseOriginPattern } from '../origin/origin-pattern.js'
import type { OriginLookup } from './cors-config.js'
import { regExpSource } from './inspect.js'
import { type IssueList, mistake } from './issue-list.js'
import { explainOrigin } from './origin-mistakes.js'
import { checkPublicSuffix } from './public-suffix.js'
import { readArray } from './read-own.js'
import { originsSuggestion } from './regexp-suggestion.js'

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
    if (distinct.has(member) && typeof member !== 'function') continue
    distinct.add(member)
    if (typeof member === 'function') {
      if (lookup !== undefined) {
        const message = 'A rule has one lookup function at most. Ask both in one, or write two rules.'
        issues.at(index).add(member, mistake('origin-lookup-invalid', message))
      }
      lookup ??= member as OriginLookup
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
  const example = '["https://app.example.com"]'
  if (regExpSource(value) !== undefined) {
    issues.add(value, explainOrigin(value))
    return []
  }
  const expected = `It is "*" or an array of origins, such as ${example}.`
  const members =
    value === undefined ? [] : readArray(value, MAXIMUM_ORIGINS, issues, expected, originsSuggestion(value))
  if (members?.length === 0) {
    const message = `Say who may read responses: ${example}, or "*" for everybody.`
    issues.add(value, mistake('origins-missing', message))
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
    issues.add(member, explainOrigin(member))
    return undefined
  }
  if (credentials && !dangerouslyAllowInsecureOrigins && isInsecure(pattern)) {
    const message =
      'Anybody on the network can put a script into a cleartext origin, where it acts as the user. ' +
      'To accept that: dangerouslyAllowInsecureOrigins: true.'
    const suggestion = pattern.text.replace('http:', 'https:').replace(/:443$/, '')
    issues.add(member, mistake('origin-insecure-with-credentials', message, suggestion))
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
    const message =
      'The wildcard already matches every origin. Write it alone, or two rules for different rights.'
    issues.at(members.indexOf('*')).add('*', mistake('wildcard-not-alone', message))
  }
  if (credentials) {
    const message =
      'Any site could act as the logged-in user, so browsers refuse it. ' +
      'List the origins that need credentials; give everybody else a second rule.'
    issues.add('*', mistake('origin-any-with-credentials', message))
  }
}

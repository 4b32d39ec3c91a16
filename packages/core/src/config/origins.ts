import { MAXIMUM_ORIGINS } from '../bounds.js'
import { isInsecure, type OriginPattern, parseOriginPattern } from '../origin/origin-pattern.js'
import type { CorsRule, OriginLookup } from './cors-config.js'
import { regExpSource } from './inspect.js'
import type { IssueList, Mistake } from './issue-list.js'
import { listCode, memberCode } from './list-code.js'
import type { Option, RuleAsWritten } from './option.js'
import { explainOrigin, FROM_ENVIRONMENT, NO_EXPRESSIONS } from './origin-mistakes.js'
import { publicSuffixOf } from './public-suffix.js'
import { readList } from './read-own.js'
import { writeOrigins } from './write-origins.js'

/** `origins`, taken apart. */
export interface Origins {
  /** `'*'` stands there, alone. */
  readonly any: boolean
  /** With their place in the configuration's list, for messages. */
  readonly patterns: readonly (readonly [OriginPattern, place: number])[]
  readonly lookup: OriginLookup | undefined
  /** For `policy.config`. */
  readonly normalized: '*' | readonly (string | OriginLookup)[]
}

/** Is this option of the same rule switched on? */
type IsOn = (name: keyof CorsRule) => boolean

export const ORIGINS_OPTION: Option<Origins> = {
  read(value, issues, rule) {
    const isOn: IsOn = (name) => rule.get(name) === true
    const members = readMembers(value, issues, rule)
    // With those that are suggested.
    let lookups = members.filter((member) => typeof member === 'function').length
    const patterns: [OriginPattern, number][] = []
    const distinct = new Set<unknown>()
    let lookup: OriginLookup | undefined
    for (const [index, member] of members.entries()) {
      const add = (...[code, message, suggestion]: Mistake): void => {
        // One function at most.
        const isSecond = suggestion?.includes('(') && lookups++ > 0
        issues.at(index).add(member, code, message, isSecond ? undefined : suggestion)
      }
      distinct.add(member)
      if (typeof member === 'function') {
        if (lookup) add('origin-lookup-invalid', 'One lookup function at most.')
        lookup = member as OriginLookup
      } else if (member !== '*') {
        const pattern = typeof member === 'string' ? parseOriginPattern(member) : undefined
        if (pattern) {
          patterns.push([pattern, index])
          if (isOn('credentials')) checkRisks(pattern, isOn, add)
        } else add(...explainOrigin(member, (meant) => memberCode(meant, ORIGINS_OPTION, rule)))
      }
    }
    const any = distinct.has('*')
    if (any && distinct.size > 1) {
      const message = 'It already stands for the others. For different rights write two rules.'
      issues.at(members.indexOf('*')).add('*', 'wildcard-not-alone', message)
    }
    if (any && isOn('credentials')) {
      const message =
        'Any site could act as your users: browsers refuse it. ' +
        'List the origins. For different rights write two rules.'
      issues.add('*', 'origin-any-with-credentials', message)
    }
    return {
      any: any && distinct.size === 1,
      patterns,
      lookup,
      normalized: any ? '*' : Object.freeze([...distinct] as (string | OriginLookup)[]),
    }
  },
  write: (value, rule) => writeOrigins(value) ?? listCode(value, ORIGINS_OPTION, rule),
}

const readMembers = (value: unknown, issues: IssueList, rule: RuleAsWritten): readonly unknown[] => {
  const expected = `"*" or an array, such as ["https://app.example.com"]. ${FROM_ENVIRONMENT}`
  const members = readList(value, MAXIMUM_ORIGINS, issues, () => {
    const suggestion = ORIGINS_OPTION.write(value, rule)
    return regExpSource(value)
      ? ['origin-wildcard-invalid', NO_EXPRESSIONS, suggestion]
      : ['config-type', `It is ${expected}`, suggestion]
  })
  if (members?.length === 0) issues.add(value, 'origins-missing', `Say who may read: ${expected}`)
  return members ?? []
}

/** What is wrong with a pattern because of credentials: others than its owner can speak for it. */
const checkRisks = (pattern: OriginPattern, isOn: IsOn, add: (...mistake: Mistake) => void): void => {
  const suffix =
    pattern.subdomains && !isOn('dangerouslyAllowPublicSuffixes') ? publicSuffixOf(pattern.host) : undefined
  if (!isOn('dangerouslyAllowInsecureOrigins') && isInsecure(pattern)) {
    const message =
      'Cleartext: anybody on the network could act as your users. To accept that: dangerouslyAllowInsecureOrigins: true.'
    const suggestion = pattern.text.replace('http:', 'https:').replace(/:443$/, '')
    add('origin-insecure-with-credentials', message, suffix ? undefined : suggestion)
  }
  if (suffix) {
    const message =
      `"${suffix}" is a public suffix: anybody can register a sibling, and could act as your users. ` +
      'Name your own domain. To accept that: dangerouslyAllowPublicSuffixes: true.'
    add('origin-public-suffix-with-credentials', message)
  }
}

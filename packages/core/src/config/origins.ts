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
  /** In their places in the configuration's list, which messages name. */
  readonly patterns: readonly (OriginPattern | undefined)[]
  readonly lookup: OriginLookup | undefined
  /** For `policy.config`. */
  readonly normalized: '*' | readonly (string | OriginLookup)[]
}

/** Is this option of the same rule switched on? */
type IsOn = (name: keyof CorsRule) => boolean

/** Of the member in this place. One function for all members, of which there may be 100,000. */
type AddMistake = (place: number, ...mistake: Mistake) => void

export const ORIGINS_OPTION: Option<Origins> = {
  read(value, issues, rule) {
    const isOn: IsOn = (name) => rule.get(name) === true
    const credentials = isOn('credentials')
    const members = readMembers(value, issues, rule)
    const distinct = new Set(members)
    // With those that are suggested.
    let lookups = members.filter((member) => typeof member === 'function').length
    let lookup: OriginLookup | undefined
    const add: AddMistake = (place, code, message, suggestion) => {
      // One function at most.
      const isSecond = suggestion?.includes('(') && lookups++ > 0
      issues.at(place).add(members[place], code, message, isSecond ? undefined : suggestion)
    }
    // A function a member, here and in compile-config.ts: V8 compiles it after some hundred members. A loop it compiles
    // as a whole, when most of 10,000 are done, and a policy of them takes a third longer.
    const patterns = members.map((member, place) => {
      const pattern = typeof member === 'string' ? parseOriginPattern(member) : undefined
      if (pattern) {
        if (credentials) checkRisks(pattern, place, isOn, add)
      } else if (typeof member === 'function') {
        if (lookup) add(place, 'origin-lookup-invalid', 'One lookup function at most.')
        lookup = member as OriginLookup
      } else if (member !== '*') {
        add(place, ...explainOrigin(member, (meant) => memberCode(meant, ORIGINS_OPTION, rule)))
      }
      return pattern
    })
    const any = distinct.has('*')
    if (any && distinct.size > 1) {
      const message = 'It already stands for the others. For different rights write two rules.'
      issues.at(members.indexOf('*')).add('*', 'wildcard-not-alone', message)
    }
    if (any && credentials) {
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
const checkRisks = (pattern: OriginPattern, place: number, isOn: IsOn, add: AddMistake): void => {
  const suffix =
    pattern.subdomains && !isOn('dangerouslyAllowPublicSuffixes') ? publicSuffixOf(pattern.host) : undefined
  if (!isOn('dangerouslyAllowInsecureOrigins') && isInsecure(pattern)) {
    const message =
      'Cleartext: anybody on the network could act as your users. To accept that: dangerouslyAllowInsecureOrigins: true.'
    const suggestion = pattern.text.replace('http:', 'https:').replace(/:443$/, '')
    add(place, 'origin-insecure-with-credentials', message, suffix ? undefined : suggestion)
  }
  if (suffix) {
    const message =
      `"${suffix}" is a public suffix: anybody can register a sibling, and could act as your users. ` +
      'Name your own domain. To accept that: dangerouslyAllowPublicSuffixes: true.'
    add(place, 'origin-public-suffix-with-credentials', message)
  }
}

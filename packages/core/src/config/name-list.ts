import { isArray } from './inspect.js'
import type { IssueList, Mistake } from './issue-list.js'
import { listCode } from './list-code.js'
import { readArray } from './read-own.js'

const MAXIMUM_NAMES = 256

/** No server or proxy in use accepts more in one field line by default. */
const MAXIMUM_VALUE_LENGTH = 8_192

/** How the names of one list are told right from wrong. */
export interface NameRules {
  /** What such a name is called, and an example. */
  readonly kind: string
  readonly example: string
  /** `undefined` if the name is fine. Not asked about `*`. */
  readonly check: (name: string) => Mistake | undefined
  readonly normalize: (name: string) => string
  /** Names that may stand beside `*`. */
  readonly besideWildcard: readonly string[]
  /** The header value that the list becomes. */
  readonly headerValue: (names: readonly string[]) => string
}

/** Read `methods`, `allowedHeaders` or `exposedHeaders`: `'*'`, or an array of names. */
export const readNames = (value: unknown, rules: NameRules, issues: IssueList): '*' | readonly string[] => {
  if (value === undefined) return Object.freeze([])
  if (value === '*') return '*'
  const members =
    readArray(value, MAXIMUM_NAMES, issues, () => [
      'config-type',
      `It is "*" or an array of ${rules.kind}s, such as ${rules.example}.`,
      value === null ? 'remove it' : namesCode(value, rules),
    ]) ?? []
  const names = new Set<string>()
  for (const [index, member] of members.entries()) {
    // What is no text is judged as the empty one: no name at all.
    const name = typeof member === 'string' ? member : ''
    const found = name === '*' ? undefined : rules.check(name)
    if (found === undefined) names.add(rules.normalize(name))
    else issues.at(index).add(member, found[0], found[1], repairNames(name, rules))
  }
  if (names.has('*') && ![...names].every((name) => name === '*' || rules.besideWildcard.includes(name))) {
    issues.at(members.indexOf('*')).add('*', 'wildcard-not-alone', 'It already stands for the others.', '"*"')
  }
  const length = rules.headerValue([...names]).length
  if (length > MAXIMUM_VALUE_LENGTH) {
    const message = `The header has ${length} characters; ${MAXIMUM_VALUE_LENGTH} at most.`
    issues.add(value, 'list-too-long', message)
  }
  return names.size === 1 && names.has('*') ? '*' : Object.freeze([...names])
}

/** What is surely meant: the name without spaces around it, or several names. `undefined` if one is wrong, too. */
const repairNames = (text: string, { check }: NameRules): string | undefined => {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  const names = parts.filter(Boolean).map((part) => (check(part) ?? ['', '', part])[2])
  if (names.includes(undefined) || names.includes('*')) return undefined
  return names.length > 1 ? names.map((name) => JSON.stringify(name)).join(', ') : names[0]
}

/** The names of one text, or of another library's list, as code. */
export const namesCode = (value: unknown, { check }: NameRules): string | undefined => {
  if (value === '*') return '"*"'
  const names = typeof value === 'string' ? value.split(/[\s,]+/) : isArray(value) ? value : []
  return listCode(names.filter(Boolean).map((name) => JSON.stringify(check(String(name))?.[2] ?? name)))
}

import { type IssueList, type Mistake, mistake } from './issue-list.js'
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
  const { kind, example } = rules
  const text = typeof value === 'string' ? JSON.stringify(value.split(/[\s,]+/).filter(Boolean)) : undefined
  const members = readArray(
    value,
    MAXIMUM_NAMES,
    issues,
    `It is "*" or an array of ${kind}s, such as ${example}.`,
    text,
  )
  const names = new Set<string>()
  for (const [index, member] of (members ?? []).entries()) {
    // What is no text is judged as the empty one: no name at all.
    const found = member === '*' ? undefined : rules.check(typeof member === 'string' ? member : '')
    if (found !== undefined) issues.at(index).add(member, found)
    else names.add(rules.normalize(member as string))
  }
  if (names.has('*')) checkBesideWildcard(names, members ?? [], rules.besideWildcard, issues)
  const length = rules.headerValue([...names]).length
  if (length > MAXIMUM_VALUE_LENGTH) {
    const message = `The header would have ${length} characters; ${MAXIMUM_VALUE_LENGTH} at most.`
    issues.add(value, mistake('list-too-long', message))
  }
  return names.size === 1 && names.has('*') ? '*' : Object.freeze([...names])
}

const checkBesideWildcard = (
  names: ReadonlySet<string>,
  members: readonly unknown[],
  besideWildcard: readonly string[],
  issues: IssueList,
): void => {
  if ([...names].every((name) => name === '*' || besideWildcard.includes(name))) return
  const message = 'The wildcard already stands for the others.'
  issues.at(members.indexOf('*')).add('*', mistake('wildcard-not-alone', message, '"*"'))
}

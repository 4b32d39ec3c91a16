import { MAXIMUM_NAMES, MAXIMUM_SUGGESTED } from '../bounds.js'
import { isArray } from './inspect.js'
import { IssueList } from './issue-list.js'
import type { Option, RuleAsWritten } from './option.js'

/** What to write in the place of one member, where these are meant, or those of a text. */
export type Suggest = (meant: unknown) => string | undefined

/**
 * The members of an array or a text, each as it is accepted beside the others: they are read as if they stood there.
 * What is refused gives way to what is suggested for it; what cannot be right is left out.
 */
const acceptedMembers = (value: unknown, { read }: Option<unknown>, rule: RuleAsWritten): unknown[] => {
  const members = typeof value === 'string' ? value.split(/[\s,;]+/) : isArray(value) ? value : [value]
  const accepted = [...new Set<unknown>(members)].slice(0, MAXIMUM_NAMES)
  const trial = new IssueList()
  read(accepted, trial, rule)
  for (const { path, suggestion } of trial.issues) {
    // What is wrong with the list as a whole, is the asterisk.
    const [index = accepted.indexOf('*')] = path
    accepted[index as number] = suggestion
  }
  return accepted.filter(Boolean)
}

/** The user's own function is `lookup`. One to paste is code already, and so are several members for one. */
const codeOf = (member: unknown): string =>
  typeof member === 'function'
    ? 'lookup'
    : /^["(]/.test(member as string)
      ? (member as string)
      : JSON.stringify(member)

const codesOf = (members: readonly unknown[]): string => {
  const codes = members.slice(0, MAXIMUM_SUGGESTED).map(codeOf)
  if (members.length > MAXIMUM_SUGGESTED) codes.push('…')
  return codes.join(', ')
}

/** A list as code; `undefined` if nothing of it is certain. */
export const listCode = (...list: Parameters<typeof acceptedMembers>): string | undefined => {
  const codes = codesOf(acceptedMembers(...list))
  return codes ? `[${codes}]` : undefined
}

/** What to write in the place of one member: a text as it is, several as code. */
export const memberCode = (...list: Parameters<typeof acceptedMembers>): string | undefined => {
  const members = acceptedMembers(...list).filter((member) => member !== '*')
  return members.length > 1 ? codesOf(members) : (members[0] as string | undefined)
}

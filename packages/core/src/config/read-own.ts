import { attempt, errorText, isArray, tagOf } from './inspect.js'
import type { IssueList, Mistake } from './issue-list.js'

/** `undefined` if it cannot be read, which is a mistake: a getter or a proxy threw. */
const read = <Value>(value: unknown, issues: IssueList, look: () => Value): Value | undefined =>
  attempt(look, (error) => {
    issues.add(value, 'config-type', `It cannot be read: ${errorText(error)}.`)
  })

/**
 * The own enumerable properties of an object, each read once. Inherited ones do not count: a polluted
 * `Object.prototype` must not switch credentials on. A getter cannot answer the check and the use differently.
 */
export const readOwnProperties = (value: unknown, issues: IssueList): Map<string, unknown> | undefined =>
  read(value, issues, () => {
    if (tagOf(value) === 'Object') return new Map(Object.entries(value as object))
    issues.add(value, 'config-type', 'It is an object, such as { origins: ["https://app.example.com"] }.')
    return undefined
  })

/** The members of an array, each read once. `undefined` if it has too many, or holes, or cannot be read. */
export const readArray = (
  value: readonly unknown[],
  maximum: number,
  issues: IssueList,
): unknown[] | undefined =>
  read(value, issues, () => {
    const length = value.length
    if (length > maximum) {
      issues.add(value, 'list-too-long', `It has ${length} members; ${maximum} at most.`)
      return undefined
    }
    const members: unknown[] = []
    for (let index = 0; index < length; index++) {
      if (!Object.hasOwn(value, index)) {
        issues.at(index).add(undefined, 'config-type', 'It has a hole here.')
        return undefined
      }
      members.push(value[index])
    }
    return members
  })

/**
 * The members of an option that is an array or `'*'`, each read once; none where it is absent. `undefined` if it is
 * something else, which `explain` tells, or cannot be read.
 */
export const readList = (
  value: unknown,
  maximum: number,
  issues: IssueList,
  explain: () => Mistake,
): readonly unknown[] | undefined => {
  if (value === undefined) return []
  if (value === '*') return ['*']
  if (isArray(value)) return readArray(value, maximum, issues)
  issues.add(value, ...explain())
  return undefined
}

import { isArray, tagOf, textOf } from './inspect.js'
import { type IssueList, mistake } from './issue-list.js'

/**
 * The own enumerable properties of an object, each read once. Inherited ones do not count: a polluted
 * `Object.prototype` must not switch credentials on. A getter cannot answer the check and the use differently.
 */
export const readOwnProperties = (value: unknown, issues: IssueList): Map<string, unknown> | undefined => {
  try {
    if (tagOf(value) === 'Object') {
      return new Map(Object.entries(value as object))
    }
  } catch (error) {
    issues.add(value, mistake('config-type', `It cannot be read: ${textOf(error)}.`))
    return undefined
  }
  issues.add(
    value,
    mistake('config-type', 'It is a plain object, such as { origins: ["https://app.example.com"] }.'),
  )
  return undefined
}

/** The members of an array, each read once. `undefined` if it is none, or has holes, or cannot be read. */
export const readArray = (
  value: unknown,
  maximum: number,
  issues: IssueList,
  expected: string,
  suggestion?: string,
): unknown[] | undefined => {
  try {
    if (isArray(value)) {
      const { length } = value
      if (length > maximum) {
        issues.add(value, mistake('list-too-long', `It has ${length} members; ${maximum} at most.`))
        return undefined
      }
      const members: unknown[] = []
      for (let index = 0; index < length; index++) {
        if (!Object.hasOwn(value, index)) {
          issues.at(index).add(undefined, mistake('config-type', 'The array has a hole here.'))
          return undefined
        }
        members.push(value[index])
      }
      return members
    }
  } catch (error) {
    issues.add(value, mistake('config-type', `It cannot be read: ${textOf(error)}.`))
    return undefined
  }
  issues.add(value, mistake('config-type', expected, suggestion))
  return undefined
}

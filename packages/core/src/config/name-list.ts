import { MAXIMUM_NAMES, MAXIMUM_VALUE_LENGTH } from '../bounds.js'
import { isToken } from '../fetch-standard/tokens.js'
import type { Mistake } from './issue-list.js'
import { listCode, memberCode } from './list-code.js'
import type { Option } from './option.js'
import { readList } from './read-own.js'

/** How the names of one list are told right from wrong. */
export interface NameRules {
  readonly kind: 'method' | 'header'
  /** One that is right. */
  readonly example: string
  /** What a script does with such a name. */
  readonly use: 'send' | 'read'
  readonly isForbidden: (normalized: string) => boolean
  /** What else can be wrong with a token that is not forbidden. */
  readonly explain: (normalized: string) => Mistake | undefined
  readonly normalize: (name: string) => string
  /** The name that may stand beside `*`. */
  readonly besideWildcard?: string
  /** The header value that the list becomes. */
  readonly headerValue: (names: readonly string[]) => string
}

type Names = '*' | readonly string[]

/** `methods`, `allowedHeaders` or `exposedHeaders`: `'*'`, or an array of names. */
export const namesOption = (rules: NameRules): Option<Names> => {
  const option: Option<Names> = {
    read(value, issues, rule) {
      const members =
        readList(value, MAXIMUM_NAMES, issues, () => [
          'config-type',
          `It is "*" or an array, such as ["${rules.example}"].`,
          value === null ? 'remove it' : option.write(value, rule),
        ]) ?? []
      const names = new Set<string>()
      for (const [index, member] of members.entries()) {
        // What is no text is judged as the empty one: no name at all.
        const name = typeof member === 'string' ? member : ''
        const found = name === '*' ? undefined : explainName(name, rules)
        if (found) {
          const parts = name.split(/[,;]/).map((part) => part.trim())
          const suggestion = parts[0] === name ? found[2] : memberCode(parts, option, rule)
          issues.at(index).add(member, found[0], found[1], suggestion)
        }
        names.add(rules.normalize(name))
      }
      const isAny = names.has('*')
      const mayStandTogether = names.has(rules.besideWildcard ?? '') ? 2 : 1
      if (isAny && names.size > mayStandTogether) {
        const message = 'Write it alone, or only the others.'
        issues.at(members.indexOf('*')).add('*', 'wildcard-not-alone', message)
      }
      if (isAny && rules.use === 'read' && rule.get('credentials') === true) {
        const message = 'With credentials "*" is a header of that name. List the headers.'
        issues.add('*', 'exposed-any-with-credentials', message)
      }
      const length = rules.headerValue([...names]).length
      if (length > MAXIMUM_VALUE_LENGTH) {
        const message = `As a header it has ${length} characters; ${MAXIMUM_VALUE_LENGTH} at most.`
        issues.add(value, 'list-too-long', message)
      }
      return isAny && names.size === 1 ? '*' : Object.freeze([...names])
    },
    write: (value, rule) => listCode(value, option, rule),
  }
  return option
}

/** `undefined` if the name is fine. */
const explainName = (
  name: string,
  { kind, example, use, isForbidden, explain, normalize }: NameRules,
): Mistake | undefined => {
  if (!isToken(name)) return [`${kind}-invalid`, `It is one token, such as "${example}".`]
  const normalized = normalize(name)
  return isForbidden(normalized)
    ? [`${kind}-forbidden`, `No script can ${use} it. Remove it.`]
    : explain(normalized)
}

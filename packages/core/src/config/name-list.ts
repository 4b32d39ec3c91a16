import { MAXIMUM_NAMES, MAXIMUM_VALUE_LENGTH } from '../bounds.js'
import { isToken } from '../fetch-standard/tokens.js'
import { isArray } from './inspect.js'
import type { Mistake } from './issue-list.js'
import { listCode } from './list-code.js'
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
export const namesOption = (rules: NameRules): Option<Names> => ({
  read(value, issues) {
    const members =
      readList(value, MAXIMUM_NAMES, issues, () => [
        'config-type',
        `It is "*" or an array, such as ["${rules.example}"].`,
        value === null ? 'remove it' : namesCode(value, rules),
      ]) ?? []
    const names = new Set<string>()
    for (const [index, member] of members.entries()) {
      // What is no text is judged as the empty one: no name at all.
      const name = typeof member === 'string' ? member : ''
      const found = name === '*' ? undefined : explainName(name, rules)
      if (found) issues.at(index).add(member, found[0], found[1], repairNames(name, rules))
      else names.add(rules.normalize(name))
    }
    const mayStandTogether = names.has(rules.besideWildcard ?? '') ? 2 : 1
    if (names.has('*') && names.size > mayStandTogether) {
      issues
        .at(members.indexOf('*'))
        .add('*', 'wildcard-not-alone', 'It already stands for the others.', '"*"')
    }
    const length = rules.headerValue([...names]).length
    if (length > MAXIMUM_VALUE_LENGTH) {
      const message = `As a header it has ${length} characters; ${MAXIMUM_VALUE_LENGTH} at most.`
      issues.add(value, 'list-too-long', message)
    }
    return names.size === 1 && names.has('*') ? '*' : Object.freeze([...names])
  },
  write: (value) => namesCode(value, rules),
})

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

/** A name as it should be written; `undefined` if that is not certain. */
const repairName = (name: string, rules: NameRules): string | undefined => {
  const found = explainName(name, rules)
  return found ? found[2] : name
}

/** What is surely meant: the name without spaces around it, or several names. `undefined` if one is wrong, too. */
const repairNames = (text: string, rules: NameRules): string | undefined => {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  const names = parts.filter(Boolean).map((part) => repairName(part, rules))
  if (names.includes(undefined) || names.includes('*')) return undefined
  return names.length > 1 ? names.map((name) => JSON.stringify(name)).join(', ') : names[0]
}

/** The names of one text, or of another library's list, as code. What cannot be right is left out. */
const namesCode = (value: unknown, rules: NameRules): string | undefined => {
  const names = typeof value === 'string' ? value.split(/[\s,]+/) : isArray(value) ? value : []
  return listCode(names.filter(Boolean).map((name) => JSON.stringify(repairName(String(name), rules))))
}

import { attempt, isArray, regExpSource } from './inspect.js'
import { type NameRules, namesCode } from './name-list.js'
import { NAME_RULES } from './name-rules.js'
import { originsCode } from './origin-mistakes.js'

/**
 * A value in the way of another library, as this option takes it, as code; `undefined` if that is not certain.
 * The value is only looked at: what it grants is nobody's business here.
 */
export const writeAs = (option: string, value: unknown): string | undefined =>
  attempt(() => {
    const rules = (NAME_RULES as Readonly<Record<string, NameRules>>)[option]
    if (rules !== undefined) return namesCode(value, rules)
    if (option === 'origins') return writeOrigins(value)
    return /^(true|false|\d+)$/.test(String(value)) ? String(value) : undefined
  })

const writeOrigins = (value: unknown): string | undefined => {
  if (value === '*') return '"*"'
  if (value === true) return '"*", without credentials, or a list: true would let any site act as your users'
  if (value === false) return 'policy: false, in the options of the adapter'
  if (typeof value === 'function') return '[lookup], which returns true or false, no header value'
  if (regExpSource(value) !== undefined) return originsCode([value])
  return typeof value === 'string' || isArray(value) ? originsCode(value) : undefined
}

import { ALLOWED_HEADER_RULES, EXPOSED_HEADER_RULES } from './header-names.js'
import { attempt, isArray, regExpSource } from './inspect.js'
import { METHOD_RULES } from './methods.js'
import { type NameRules, namesCode } from './name-list.js'
import { originsCode } from './origin-mistakes.js'

const NAMES: Readonly<Record<string, NameRules>> = {
  methods: METHOD_RULES,
  allowedHeaders: ALLOWED_HEADER_RULES,
  exposedHeaders: EXPOSED_HEADER_RULES,
}

/**
 * A value in the way of another library, as this option takes it, as code; `undefined` if that is not certain.
 * The value is only looked at: what it grants is nobody's business here.
 */
export const writeAs = (option: string, value: unknown): string | undefined =>
  attempt(() => {
    const rules = NAMES[option]
    if (rules !== undefined) return namesCode(value, rules)
    if (option === 'origins') return writeOrigins(value)
    return /^(true|false|\d+)$/.test(String(value)) ? String(value) : undefined
  })

const writeOrigins = (value: unknown): string | undefined => {
  if (value === '*') return '"*"'
  if (value === true) return '"*", without credentials, or a list: true would let any site act as your users'
  if (value === false) return 'policy: false, in the options of the adapter'
  if (typeof value === 'function')
    return '[lookup], a function that returns true or false, and no header value'
  if (regExpSource(value) !== undefined) return originsCode([value])
  return typeof value === 'string' || isArray(value) ? originsCode(value) : undefined
}

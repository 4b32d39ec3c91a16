import { consistsOf, DIGITS, LOWER_CASE, tableOf } from './characters.js'

/**
 * Tokens, the alphabet of method and header names.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
 */
const TCHAR = tableOf(`!#$%&'*+-.^_\`|~${DIGITS}${LOWER_CASE}${LOWER_CASE.toUpperCase()}`)

/** May this character code stand in a token? */
export const isTokenCode = (code: number): boolean => TCHAR[code] === 1

export const isToken = (text: string): boolean => text.length > 0 && consistsOf(text, TCHAR)

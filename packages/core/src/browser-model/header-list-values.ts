import { headerValues } from './header-list.js'
import { isToken } from './token.js'
import { HTTP_TAB_OR_SPACE, trim } from './trim.js'
import type { HeaderField } from './wire.js'

/** The ABNF of the value does not match. Not the same as an absent header, which is `null`. */
export const failure: unique symbol = Symbol('failure')

/**
 * `#method` and `#field-name`: tokens separated by commas, with optional whitespace; empty elements are
 * skipped. One bad element spoils the whole header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1.2
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export const extractTokens = (
  list: readonly HeaderField[],
  name: string,
): readonly string[] | null | typeof failure => {
  const lines = headerValues(list, name)
  if (lines.length === 0) return null
  const tokens = lines
    .flatMap((line) => line.split(','))
    .map((element) => trim(element, HTTP_TAB_OR_SPACE))
    .filter((element) => element !== '')
  return tokens.every(isToken) ? tokens : failure
}

/**
 * `delta-seconds`, of which there may be one only. Numbers too large to count are as good as infinite.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2
 */
export const extractDeltaSeconds = (
  list: readonly HeaderField[],
  name: string,
): number | null | typeof failure => {
  const lines = headerValues(list, name)
  if (lines.length === 0) return null
  const [line] = lines
  return lines.length === 1 && line !== undefined && /^[0-9]+$/.test(line) ? Number(line) : failure
}

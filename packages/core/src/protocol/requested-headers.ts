import { MAXIMUM_REQUESTED_NAMES, MAXIMUM_TOKEN_LENGTH, MAXIMUM_VALUE_LENGTH } from '../bounds.js'
import { COMMA, SPACE, TAB } from '../fetch-standard/characters.js'
import { isForbiddenMethod } from '../fetch-standard/methods.js'
import { isToken, isTokenCode } from '../fetch-standard/tokens.js'

/**
 * Read `Access-Control-Request-Headers` to send it back: the names in lower case, empty if there is none,
 * or `undefined` if there is anything that no browser would send. One pass, no regular expression.
 *
 * Optional whitespace and empty elements are tolerated, as RFC 9110 section 5.6.1.2 demands of recipients:
 * proxies do rewrite lists.
 */
export const readRequestedHeaders = (value: string | undefined): string | undefined => {
  if (value === undefined || value.length > MAXIMUM_VALUE_LENGTH) return undefined
  const names: string[] = []
  let start = -1
  let end = -1
  for (let index = 0; index <= value.length; index++) {
    const code = index < value.length ? value.charCodeAt(index) : COMMA
    if (isTokenCode(code)) {
      if (start < 0) start = index
      // A second token within one element: `a b`.
      else if (end >= 0) return undefined
    } else if (code === COMMA) {
      if (start >= 0) {
        const name = value.slice(start, end >= 0 ? end : index)
        if (name.length > MAXIMUM_TOKEN_LENGTH || names.length === MAXIMUM_REQUESTED_NAMES) return undefined
        names.push(name.toLowerCase())
      }
      start = end = -1
    } else if (code === SPACE || code === TAB) {
      if (start >= 0 && end < 0) end = index
    } else return undefined
  }
  return names.join(', ')
}

/** Read `Access-Control-Request-Method` to send it back, byte for byte: methods are case-sensitive. */
export const readRequestedMethod = (value: string | undefined): string | undefined =>
  value !== undefined && value.length <= MAXIMUM_TOKEN_LENGTH && isToken(value) && !isForbiddenMethod(value)
    ? value
    : undefined

import { isToken } from './token.js'
import { HTTP_WHITESPACE, trim } from './trim.js'

/**
 * The essence (`type/subtype`, in lower case) of a MIME type, or `null` where it does not parse. Parameters
 * cannot make it fail.
 *
 * @see https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
 */
export const mimeTypeEssence = (value: string): string | null => {
  const input = trim(value, HTTP_WHITESPACE)
  const slash = input.indexOf('/')
  if (slash === -1) return null
  const type = input.slice(0, slash)
  const [rest = ''] = input.slice(slash + 1).split(';', 1)
  const subtype = trim(`x${rest}`, HTTP_WHITESPACE).slice(1)
  return isToken(type) && isToken(subtype) ? `${type}/${subtype}`.toLowerCase() : null
}

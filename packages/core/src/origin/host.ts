import { MAXIMUM_HOST_LENGTH } from '../bounds.js'
import { consistsOf, DIGITS, DOT, LOWER_CASE, tableOf } from '../fetch-standard/characters.js'

/**
 * The hosts that a serialised origin can have, as the URL Standard writes them.
 *
 * @see https://url.spec.whatwg.org/#host-serializing
 */

const LABEL = tableOf(`${DIGITS}${LOWER_CASE}_-`)
const DECIMAL = tableOf(DIGITS)
const HEXADECIMAL = tableOf(`${DIGITS}abcdef`)

/** May this character code stand in a DNS label as browsers serialise it? */
export const isLabelCode = (code: number): boolean => LABEL[code] === 1

/** Is this part of the text a domain? Read in place, because every denied `Origin` comes through here. */
export const isDomain = (text: string, start: number, end: number): boolean => {
  if (end - start > MAXIMUM_HOST_LENGTH) return false
  let labelStart = start
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code === DOT) {
      if (!isLabelLength(index - labelStart)) return false
      labelStart = index + 1
    } else if (!isLabelCode(code)) return false
  }
  return isLabelLength(end - labelStart) && !isNumber(text, labelStart, end)
}

/** How many characters a DNS label may have. */
export const isLabelLength = (length: number): boolean => length > 0 && length <= 63

/**
 * A host whose last label is a number, browsers read as an IPv4 address: no origin of theirs has it as a name.
 * See docs/decisions/0004-hosts-that-browsers-read-as-numbers.md.
 *
 * @see https://url.spec.whatwg.org/#ends-in-a-number-checker
 */
const isNumber = (text: string, start: number, end: number): boolean =>
  text.startsWith('0x', start)
    ? consistsOf(text, HEXADECIMAL, start + 2, end)
    : consistsOf(text, DECIMAL, start, end)

/** A number in decimal without leading zeros, in a range. */
const isDecimal = (text: string, minimum: number, maximum: number): boolean =>
  text.length > 0 &&
  text.length <= 5 &&
  !(text.length > 1 && text.startsWith('0')) &&
  consistsOf(text, DECIMAL) &&
  Number(text) >= minimum &&
  Number(text) <= maximum

export const isPort = (text: string): boolean => isDecimal(text, 1, 65_535)

export const isIpv4 = (text: string): boolean => {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => isDecimal(part, 0, 255))
}

/** Where the host ends: at the colon of the port, or at the end. */
export const portColon = (text: string, hostStart: number): number => {
  // In an IPv6 address the last colon may stand inside of the brackets.
  const colon = text.endsWith(']') ? -1 : text.lastIndexOf(':')
  return colon >= hostStart ? colon : text.length
}

/** Is this a scheme whose origins have a DNS name or an IP address as host, and a default port? */
export const isHttpScheme = (scheme: string): boolean => scheme === 'https' || scheme === 'http'

export const isDefaultPort = (scheme: string, port: string): boolean =>
  port === (scheme === 'https' ? '443' : '80')

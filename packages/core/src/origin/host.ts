/**
 * The hosts that a serialised origin can have, as the URL Standard writes them.
 *
 * @see https://url.spec.whatwg.org/#host-serializing
 */

/** A name may be longer in the DNS's own format only by its trailing dot, which browsers keep and we refuse. */
export const MAXIMUM_HOST_LENGTH = 253

const DOT = 46

const LABEL: Uint8Array = new Uint8Array(128)
for (const character of '0123456789abcdefghijklmnopqrstuvwxyz_-') LABEL[character.charCodeAt(0)] = 1

/** May this character code stand in a DNS label as browsers serialise it? */
export const isLabelCode = (code: number): boolean => LABEL[code] === 1

const isDigit = (code: number): boolean => code >= 48 && code <= 57

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
const isNumber = (text: string, start: number, end: number): boolean => {
  if (!isDigit(text.charCodeAt(start))) return false
  const isHexadecimal = text.startsWith('0x', start)
  for (let index = isHexadecimal ? start + 2 : start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (!isDigit(code) && !(isHexadecimal && code >= 97 && code <= 102)) return false
  }
  return true
}

/** A number in decimal without leading zeros, in a range. */
const isDecimal = (text: string, minimum: number, maximum: number): boolean => {
  if (text.length === 0 || text.length > 5 || (text.length > 1 && text.startsWith('0'))) return false
  for (let index = 0; index < text.length; index++) if (!isDigit(text.charCodeAt(index))) return false
  return Number(text) >= minimum && Number(text) <= maximum
}

export const isPort = (text: string): boolean => isDecimal(text, 1, 65_535)

export const isIpv4 = (text: string): boolean => {
  if (text.length > 15) return false
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => isDecimal(part, 0, 255))
}

/** Is this a scheme whose origins have a DNS name or an IP address as host, and a default port? */
export const isHttpScheme = (scheme: string): boolean => scheme === 'https' || scheme === 'http'

export const isDefaultPort = (scheme: string, port: string): boolean =>
  port === (scheme === 'https' ? '443' : '80')

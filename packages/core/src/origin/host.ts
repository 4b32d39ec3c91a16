/**
 * The hosts that a serialised origin can have, as the URL Standard writes them.
 *
 * @see https://url.spec.whatwg.org/#host-serializing
 */

/** A name may be longer in the DNS's own format only by its trailing dot, which browsers keep and we refuse. */
export const MAXIMUM_HOST_LENGTH = 253
export const MAXIMUM_LABEL_LENGTH = 63

const LABEL: Uint8Array = new Uint8Array(128)
for (const character of '0123456789abcdefghijklmnopqrstuvwxyz_-') LABEL[character.charCodeAt(0)] = 1

/** May this character code stand in a DNS label as browsers serialise it? */
export const isLabelCode = (code: number): boolean => LABEL[code] === 1

const isDigit = (code: number): boolean => code >= 48 && code <= 57

export const isDomain = (text: string): boolean => {
  if (text.length > MAXIMUM_HOST_LENGTH) return false
  let labelStart = 0
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 46
    if (code === 46) {
      const length = index - labelStart
      if (length === 0 || length > MAXIMUM_LABEL_LENGTH) return false
      labelStart = index + 1
    } else if (!isLabelCode(code)) return false
  }
  return !endsInNumber(text)
}

/**
 * Browsers read such a host as an IPv4 address, so no origin of theirs has it as a name.
 *
 * @see https://url.spec.whatwg.org/#ends-in-a-number-checker
 */
const endsInNumber = (domain: string): boolean => {
  const label = domain.slice(domain.lastIndexOf('.') + 1)
  if (label.startsWith('0x')) {
    for (let index = 2; index < label.length; index++) {
      const code = label.charCodeAt(index)
      if (!isDigit(code) && (code < 97 || code > 102)) return false
    }
    return true
  }
  for (let index = 0; index < label.length; index++) if (!isDigit(label.charCodeAt(index))) return false
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

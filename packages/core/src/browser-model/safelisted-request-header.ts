import { byteLowercase } from './header-list.js'
import { mimeTypeEssence } from './mime-type-essence.js'
import type { HeaderField } from './wire.js'

/** Longer values are never safelisted. In bytes. */
const longestSafelistedValue = 128

/** @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
const hasUnsafeByte = (value: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is asked about
  /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/.test(value)

const isLanguageValue = (value: string): boolean => /^[0-9A-Za-z *,\-.;=]*$/.test(value)

const safelistedTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

/**
 * One range of bytes that has a start: `bytes=0-`, `bytes=0-499`; not `bytes=-500`.
 *
 * @see https://fetch.spec.whatwg.org/#simple-range-header-value
 */
const isSimpleRange = (value: string): boolean => {
  const match = /^bytes=([0-9]+)-([0-9]*)$/.exec(value)
  if (match === null) return false
  const [, start = '', end = ''] = match
  return end === '' || BigInt(start) <= BigInt(end)
}

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
export const isSafelistedRequestHeader = ([name, value]: HeaderField): boolean => {
  if (value.length > longestSafelistedValue) return false
  switch (byteLowercase(name)) {
    case 'accept':
      return !hasUnsafeByte(value)
    case 'accept-language':
    case 'content-language':
      return isLanguageValue(value)
    case 'content-type':
      return !hasUnsafeByte(value) && safelistedTypes.includes(mimeTypeEssence(value) ?? '')
    case 'range':
      return isSimpleRange(value)
    default:
      return false
  }
}

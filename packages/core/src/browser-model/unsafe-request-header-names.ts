import { isSameName, sortedLowercaseSet } from './header-list.js'
import { isSafelistedRequestHeader } from './safelisted-request-header.js'
import type { HeaderField } from './wire.js'

/** All safelisted values together. In bytes; above it none of them is safe. */
const longestSafelistedValues = 1024

/**
 * The names that a preflight must ask for: in lower case, sorted, each once.
 *
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export const unsafeRequestHeaderNames = (list: readonly HeaderField[]): readonly string[] => {
  const safelisted = list.filter(isSafelistedRequestHeader)
  const size = safelisted.reduce((sum, [, value]) => sum + value.length, 0)
  const unsafe = size > longestSafelistedValues ? list : list.filter((header) => !safelisted.includes(header))
  return sortedLowercaseSet(unsafe.map(([name]) => name))
}

/**
 * A name that the wildcard in `Access-Control-Allow-Headers` does not cover.
 *
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export const isNonWildcardRequestHeaderName = (name: string): boolean => isSameName(name, 'authorization')

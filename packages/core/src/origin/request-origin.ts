import { isDomain } from './host.js'
import { isInsecure, parseOriginPattern } from './origin-pattern.js'

/** What an `Origin` header is, apart from whether any rule lists it. */
export type RequestOriginKind = 'origin-opaque' | 'origin-malformed' | 'insecure' | 'secure'

/**
 * Classify the value of an `Origin` header. Bounded: anything over 330 characters is malformed at once.
 *
 * The strict parser of the configuration is used, so that what a lookup function is asked about is, by
 * construction, what could have been configured. A second, looser grammar is where bypasses come from.
 *
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
export const classifyRequestOrigin = (origin: string): RequestOriginKind => {
  if (origin === 'null') return 'origin-opaque'
  // What nearly every request has, without taking it apart.
  if (origin.startsWith('https://') && isDomain(origin, 8, origin.length)) return 'secure'
  const parsed = parseOriginPattern(origin)
  // A pattern is no origin: `https://*.example.com` as a request header is junk.
  if (parsed === undefined || parsed.subdomains || parsed.port === '*') return 'origin-malformed'
  return isInsecure(parsed) ? 'insecure' : 'secure'
}

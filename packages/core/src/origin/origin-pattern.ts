import { MAXIMUM_HOST_LENGTH, MAXIMUM_ORIGIN_LENGTH } from '../bounds.js'
import { consistsOf, DIGITS, LOWER_CASE, tableOf } from '../fetch-standard/characters.js'
import { isDefaultPort, isDomain, isHttpScheme, isIpv4, isPort, portColon } from './host.js'
import { isSerialisedIpv6 } from './ipv6.js'

/** A configured origin, or a family of them, taken apart. */
export interface OriginPattern {
  /** As configured. */
  readonly text: string
  readonly scheme: string
  /** Without the leading `*.`; an IPv6 address with its brackets. */
  readonly host: string
  /** Does `*.` stand before the host, for one or more whole labels? */
  readonly subdomains: boolean
  /** `''` is the scheme's default, `'*'` any. */
  readonly port: string
}

/**
 * Schemes whose documents have an opaque origin (`file`, `data`, `about`, `javascript`), whose origin is that
 * of the URL inside (`blob`), or that are no document's origin at all (`ws`, `wss`).
 */
const REFUSED_SCHEMES: readonly string[] = ['file', 'ws', 'wss', 'blob', 'data', 'javascript', 'about']

const SCHEME = tableOf(`${LOWER_CASE}${DIGITS}+-.`)

/**
 * It begins with a letter: of the characters of a scheme, all others come before them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-3.1
 */
const isScheme = (text: string): boolean =>
  text >= 'a' && text.length <= 64 && !REFUSED_SCHEMES.includes(text) && consistsOf(text, SCHEME)

const OTHER_HOST = tableOf(`${LOWER_CASE}${LOWER_CASE.toUpperCase()}${DIGITS}-._`)

/** Of a scheme that is not HTTP(S): whatever the application put there, and no wildcard. */
const isOtherHost = (text: string): boolean =>
  text.length > 0 && text.length <= MAXIMUM_HOST_LENGTH && consistsOf(text, OTHER_HOST)

/**
 * Take a configured origin or pattern apart. `undefined` if it is anything but the one spelling that browsers
 * use; what exactly is wrong with it is another file's job, because only a mistake needs to be explained.
 *
 * Written without regular expressions, because an `Origin` is read by it, too: see request-origin.ts.
 */
export const parseOriginPattern = (text: string): OriginPattern | undefined => {
  if (text.length > MAXIMUM_ORIGIN_LENGTH) return undefined
  const schemeEnd = text.indexOf('://')
  const scheme = text.slice(0, Math.max(schemeEnd, 0))
  const isHttp = isHttpScheme(scheme)
  if (!isHttp && !isScheme(scheme)) return undefined

  const hostStart = schemeEnd + 3
  const hostEnd = portColon(text, hostStart)
  const port = text.slice(hostEnd + 1)
  if (hostEnd < text.length && !(isPort(port) || (isHttp && port === '*'))) return undefined

  const subdomains = isHttp && text.startsWith('*.', hostStart)
  const nameStart = subdomains ? hostStart + 2 : hostStart
  const host = text.slice(nameStart, hostEnd)
  const isHost = isHttp
    ? !isDefaultPort(scheme, port) &&
      (isDomain(text, nameStart, hostEnd) || (!subdomains && (isIpv4(host) || isBracketed(host))))
    : isOtherHost(host)
  return isHost ? { text, scheme, host, subdomains, port } : undefined
}

const isBracketed = (host: string): boolean =>
  host.startsWith('[') && host.endsWith(']') && isSerialisedIpv6(host.slice(1, -1))

/** Is the host on the user's own machine, so that cleartext never crosses a network? */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  (host.startsWith('127.') && isIpv4(host))

/**
 * Cleartext over a network: whoever sits on the path can put a script into that origin.
 *
 * @see https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy
 */
export const isInsecure = (pattern: OriginPattern): boolean =>
  pattern.scheme === 'http' && !isLoopback(pattern.host)

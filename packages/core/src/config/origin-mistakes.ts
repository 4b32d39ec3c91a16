import { MAXIMUM_ORIGIN_LENGTH, parseOriginPattern } from '../origin/origin-pattern.js'
import { regExpSource } from './inspect.js'
import { type Mistake, mistake } from './issue-list.js'
import { explainWildcard } from './origin-wildcard-mistakes.js'
import { regExpSuggestion } from './regexp-suggestion.js'

/** Every runtime has it, but the language's own library does not declare it. */
declare const URL: new (text: string) => UrlParts
interface UrlParts {
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly username: string
  readonly password: string
  readonly pathname: string
}

const invalid = (message: string, suggestion?: string): Mistake =>
  mistake('origin-invalid', message, suggestion)

/**
 * What is wrong with a member of `origins` that is no pattern, and what to write instead. Only here, where
 * nothing is decided, is a URL parser asked: for the spelling that a browser would use.
 */
export const explainOrigin = (member: unknown): Mistake => {
  const source = regExpSource(member)
  if (source !== undefined) {
    const message =
      'Regular expressions are not taken: a missing anchor or backslash has opened many servers.'
    return mistake('origin-wildcard-invalid', message, regExpSuggestion(source))
  }
  if (typeof member !== 'string') return invalid('An origin is a text. Is an environment variable unset?')
  if (member.trim() === '') return invalid('The origin is empty. Is an environment variable unset?')
  if (member === 'null' || member.toLowerCase().startsWith('file:')) {
    const message =
      'Every sandboxed frame and local file has the origin "null", also an attacker\'s. Serve the page from http://localhost.'
    return mistake('origin-prohibited', message)
  }
  if (member.length > MAXIMUM_ORIGIN_LENGTH)
    return invalid(`It is longer than ${MAXIMUM_ORIGIN_LENGTH} characters.`)
  if (member.includes(',')) {
    const members = member.split(',').map((origin) => JSON.stringify(origin.trim()))
    return invalid('One origin a member, please.', members.filter((origin) => origin !== '""').join(', '))
  }
  // Control characters count as white space: a URL parser would drop them silently.
  if (/[\s\p{Cc}]/u.test(member))
    return invalid('It contains white space.', configurable(member.replace(/[\s\p{Cc}]/gu, '')))
  return explainWildcard(member, explainSpelling) ?? explainSpelling(member)
}

const configurable = (origin: string): string | undefined =>
  parseOriginPattern(origin) === undefined ? undefined : origin

const explainSpelling = (member: string): Mistake => {
  if (!member.includes('://')) {
    const scheme = /^(localhost|127\.|\[::1\])/.test(member) ? 'http' : 'https'
    const rest = member.replace(/^(https?:)?\/*/i, '')
    return invalid('An origin begins with its scheme.', canonical(`${scheme}://${rest}`))
  }
  const url = parseUrl(member)
  if (url === undefined) return invalid('Its host or its port is invalid.')
  const suggestion = canonical(member)
  if (/^wss?:/i.test(url.protocol)) {
    return invalid(
      'A WebSocket is opened from a page, and the page has the origin.',
      canonical(member.replace(/^ws/i, 'http')),
    )
  }
  if (url.username !== '' || url.password !== '' || member.includes('@')) {
    return invalid('An origin has no user name.', suggestion)
  }
  if (!['', '/'].includes(url.pathname) || /[?#]/.test(member)) {
    return invalid('An origin has no path, query or fragment.', suggestion)
  }
  if (suggestion !== undefined && suggestion !== member) {
    const message = 'Browsers write this origin differently, and it is compared byte by byte.'
    return mistake('origin-not-canonical', message, suggestion)
  }
  return explainHost(url)
}

const explainHost = ({ protocol, hostname, host }: UrlParts): Mistake => {
  if (hostname.endsWith('.')) {
    const port = host.slice(hostname.length)
    return invalid('The host ends with a dot.', canonical(`${protocol}//${hostname.slice(0, -1)}${port}`))
  }
  if (hostname.startsWith('[::ffff:')) return invalid('Write the IPv4 address itself.')
  if (host.endsWith(':0')) return invalid('The port is 1 to 65535.')
  return invalid('A host is labels of a-z, 0-9, - and _, each of 1 to 63 characters, joined by dots.')
}

const parseUrl = (text: string): UrlParts | undefined => {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** As a browser serialises it; `undefined` if that is no origin that can be configured. */
const canonical = (text: string): string | undefined => {
  const url = parseUrl(text)
  return url && configurable(`${url.protocol}//${url.host}`)
}

import type { CredentialsMode } from './browser-request.js'
import { byteLowercase, getHeader, sortedLowercaseSet } from './header-list.js'
import { extractTokens, failure } from './header-list-values.js'
import type { RequestState } from './request-state.js'
import type { HeaderField, WireResponse } from './wire.js'

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const safelistedNames: readonly string[] = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
const forbiddenNames: readonly string[] = ['set-cookie', 'set-cookie2']

/**
 * The response headers that the script may read: names in lower case, sorted, values combined.
 *
 * @see https://fetch.spec.whatwg.org/#concept-filtered-response-cors
 */
export const exposedHeaders = (request: RequestState, response: WireResponse): readonly HeaderField[] => {
  const names = sortedLowercaseSet(response.headers.map(([name]) => name)).filter(
    (name) => !forbiddenNames.includes(name),
  )
  const isReadable = request.responseTainting === 'basic' ? () => true : exposesName(request, response)
  return names.filter(isReadable).map((name) => [name, getHeader(response.headers, name) ?? ''])
}

/** The names that a response exposes besides the safelisted ones, in lower case; `'*'` is all. */
export const exposedNames = (
  credentials: CredentialsMode,
  { headers }: Pick<WireResponse, 'headers'>,
): '*' | readonly string[] => {
  const extracted = extractTokens(headers, 'access-control-expose-headers')
  const listed = extracted === null || extracted === failure ? [] : extracted.map(byteLowercase)
  return credentials !== 'include' && listed.includes('*') ? '*' : listed
}

const exposesName = (request: RequestState, response: WireResponse): ((name: string) => boolean) => {
  const exposed = exposedNames(request.credentials, response)
  return (name) => exposed === '*' || safelistedNames.includes(name) || exposed.includes(name)
}

import { deleteHeaders, headerValues } from './header-list.js'
import { type ParsedUrl, parseUrl } from './parsed-url.js'
import type { Refusal } from './refusal.js'
import { isSameOrigin, originOf } from './request-origin.js'
import { currentUrl, type RequestState } from './request-state.js'
import type { WireResponse } from './wire.js'

const spec = 'https://fetch.spec.whatwg.org/#concept-http-redirect-fetch'
const mostRedirects = 20

/** @see https://fetch.spec.whatwg.org/#request-body-header-name */
const bodyHeaderNames: readonly string[] = [
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]

const refused = (message: string): Refusal => ({
  reason: 'redirect-refused',
  message,
  header: 'location',
  spec,
})

/**
 * Where a response sends the request: a URL, a refusal, or `null` where it is not a redirect.
 *
 * @see https://fetch.spec.whatwg.org/#concept-response-location-url
 */
const locationUrl = (request: RequestState, response: WireResponse): ParsedUrl | Refusal | null => {
  if (![301, 302, 303, 307, 308].includes(response.status)) return null
  const values = headerValues(response.headers, 'location')
  const [location] = values
  if (location === undefined) return null
  const url = values.length > 1 ? undefined : parseUrl(location, currentUrl(request).href)
  if (url === undefined) return refused('the location is not one URL')
  if (url.hash === '') url.hash = currentUrl(request).hash
  return url
}

/** Prepares the request for where the response sends it. `null`: the response is the last one. */
export const followRedirect = (
  request: RequestState,
  response: WireResponse,
): 'followed' | Refusal | null => {
  const url = locationUrl(request, response)
  if (url === null || 'reason' in url) return url
  if (request.redirect === 'error') return refused('the script asked for no redirects')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(`${url.protocol} is not HTTP`)
  if (request.urlList.length > mostRedirects) return refused(`more than ${mostRedirects} redirects`)
  const hasCredentials = url.username !== '' || url.password !== ''
  if (
    hasCredentials &&
    (request.responseTainting === 'cors' || !isSameOrigin(request.origin, originOf(url)))
  ) {
    return refused('a location may hold no credentials across origins')
  }
  const { status } = response
  const isPost = request.method === 'POST'
  const isSafe = request.method === 'GET' || request.method === 'HEAD'
  if (((status === 301 || status === 302) && isPost) || (status === 303 && !isSafe)) {
    request.method = 'GET'
    request.body = undefined
    request.headers = deleteHeaders(request.headers, bodyHeaderNames)
  }
  if (!isSameOrigin(originOf(currentUrl(request)), originOf(url))) {
    request.headers = deleteHeaders(request.headers, ['authorization'])
  }
  request.urlList.push(url)
  return 'followed'
}

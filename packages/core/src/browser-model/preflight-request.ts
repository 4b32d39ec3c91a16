import { currentUrl, type RequestState, serializedOrigin } from './request-state.js'
import { unsafeRequestHeaderNames } from './unsafe-request-header-names.js'
import type { HeaderField, WireRequest } from './wire.js'

/**
 * It never carries credentials, whatever the request behind it does; names are joined by a bare comma.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export const preflightRequest = (request: RequestState): WireRequest => {
  const names = unsafeRequestHeaderNames(request.headers)
  const asked: readonly HeaderField[] =
    names.length === 0 ? [] : [['Access-Control-Request-Headers', names.join(',')]]
  return {
    kind: 'preflight',
    method: 'OPTIONS',
    url: currentUrl(request).href,
    headers: [
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', request.method],
      ...asked,
      ['Origin', serializedOrigin(request)],
    ],
    includeCredentials: false,
  }
}

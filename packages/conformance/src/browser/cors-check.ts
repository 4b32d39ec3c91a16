import { getHeader } from './header-list.js'
import type { Refusal } from './refusal.js'
import { type RequestState, serializedOrigin } from './request-state.js'
import type { WireResponse } from './wire.js'

const spec = 'https://fetch.spec.whatwg.org/#concept-cors-check'
const allowOrigin = 'access-control-allow-origin'
const allowCredentials = 'access-control-allow-credentials'

/** Values are compared byte by byte; two field lines are one value with a comma, which matches nothing. */
export const corsCheck = (request: RequestState, response: WireResponse): Refusal | null => {
  const include = request.credentials === 'include'
  const origin = getHeader(response.headers, allowOrigin)
  if (origin === null) {
    return {
      reason: 'allow-origin-missing',
      message: `there is no ${allowOrigin}`,
      header: allowOrigin,
      spec,
    }
  }
  if (!include && origin === '*') return null
  const own = serializedOrigin(request)
  if (own !== origin) {
    return include && origin === '*'
      ? {
          reason: 'allow-origin-any-with-credentials',
          message: `${allowOrigin} is *, which does not count for a request with credentials`,
          header: allowOrigin,
          spec,
        }
      : {
          reason: 'allow-origin-mismatch',
          message: `${allowOrigin} is "${origin}", but the request's origin is "${own}"`,
          header: allowOrigin,
          spec,
        }
  }
  if (!include) return null
  const credentials = getHeader(response.headers, allowCredentials)
  if (credentials === 'true') return null
  return {
    reason: 'allow-credentials-missing',
    message: `the request is made with credentials, but ${allowCredentials} is ${
      credentials === null ? 'absent' : `"${credentials}", not "true"`
    }`,
    header: allowCredentials,
    spec,
  }
}

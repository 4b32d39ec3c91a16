import type { CredentialsMode } from './browser-request.js'
import { getHeader } from './header-list.js'
import type { Refusal } from './refusal.js'
import type { Trace } from './trace.js'
import type { WireResponse } from './wire.js'

const spec = 'https://fetch.spec.whatwg.org/#concept-cors-check'
const allowOrigin = 'access-control-allow-origin'
const allowCredentials = 'access-control-allow-credentials'

/** What the check reads of a request. */
export interface CheckedRequest {
  /** As it is sent, and compared: `null` once a redirect has tainted it. */
  readonly origin: string
  readonly credentials: CredentialsMode
}

/** Values are compared byte by byte; two field lines are one value with a comma, which matches nothing. */
export const corsCheck = (request: CheckedRequest, response: WireResponse, trace: Trace): Refusal | null =>
  originRefusal(request, response, trace) ?? credentialsRefusal(request, response, trace)

const originRefusal = (
  { origin, credentials }: CheckedRequest,
  response: WireResponse,
  trace: Trace,
): Refusal | null => {
  const include = credentials === 'include'
  const actual = getHeader(response.headers, allowOrigin)
  const compared = { expected: include ? origin : `${origin}, or *`, actual }
  const refusal = (reason: Refusal['reason'], message: string): Refusal => ({
    reason,
    message,
    header: allowOrigin,
    compared,
    spec,
  })
  if (actual === null) return refusal('allow-origin-missing', `there is no ${allowOrigin}`)
  if (actual !== origin && (actual !== '*' || include)) {
    return actual === '*'
      ? refusal(
          'allow-origin-any-with-credentials',
          `${allowOrigin} is *, which does not count for a request with credentials`,
        )
      : refusal(
          'allow-origin-mismatch',
          `${allowOrigin} is "${actual}", but the request's origin is "${origin}"`,
        )
  }
  const what = actual === '*' ? '*, which is every origin' : "the request's origin"
  trace.passed(`${allowOrigin} is ${what}`, spec, { header: allowOrigin, compared })
  return null
}

const credentialsRefusal = (
  { credentials }: CheckedRequest,
  response: WireResponse,
  trace: Trace,
): Refusal | null => {
  if (credentials !== 'include') return null
  const actual = getHeader(response.headers, allowCredentials)
  const compared = { expected: 'true', actual }
  if (actual === 'true') {
    trace.passed(`${allowCredentials} is true`, spec, { header: allowCredentials, compared })
    return null
  }
  const found = actual === null ? 'absent' : `"${actual}", not "true"`
  return {
    reason: 'allow-credentials-missing',
    message: `the request is made with credentials, but ${allowCredentials} is ${found}`,
    header: allowCredentials,
    compared,
    spec,
  }
}

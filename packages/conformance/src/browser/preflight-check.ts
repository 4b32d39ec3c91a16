import { corsCheck } from './cors-check.js'
import type { Engine } from './engine.js'
import { isSameName } from './header-list.js'
import { extractDeltaSeconds, extractTokens, failure } from './header-list-values.js'
import { isSafelistedMethod } from './method.js'
import type { Refusal } from './refusal.js'
import type { RequestState } from './request-state.js'
import { isNonWildcardRequestHeaderName, unsafeRequestHeaderNames } from './unsafe-request-header-names.js'
import type { WireResponse } from './wire.js'

const spec = 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0'
const allowMethods = 'access-control-allow-methods'
const allowHeaders = 'access-control-allow-headers'

/** Where the server names no time. In seconds. */
const defaultMaxAge = 5

/** What a preflight's answer allows, and for how many seconds. */
export interface PreflightGrant {
  readonly methods: readonly string[]
  readonly headerNames: readonly string[]
  readonly maxAge: number
}

/** The checks of CORS-preflight fetch, step 7, in its order. */
export const checkPreflight = (
  request: RequestState,
  response: WireResponse,
  engine: Engine,
): PreflightGrant | Refusal => {
  const refusal = corsCheck(request, response)
  if (refusal !== null) return refusal
  if (response.status < 200 || response.status > 299) {
    return {
      reason: 'preflight-status',
      message: `the preflight's status is ${response.status}, not 200 to 299`,
      spec,
    }
  }
  const methods = extractTokens(response.headers, allowMethods)
  if (methods === failure) return unparsable('allow-methods-invalid', allowMethods)
  const headerNames = extractTokens(response.headers, allowHeaders)
  if (headerNames === failure) return unparsable('allow-headers-invalid', allowHeaders)
  return (
    methodRefusal(request, methods ?? []) ??
    headerRefusal(request, headerNames ?? [], engine) ?? {
      // A request that asked only because of an upload listener is cached like any other.
      methods: methods ?? (request.useCorsPreflight ? [request.method] : []),
      headerNames: headerNames ?? [],
      maxAge: maxAgeOf(response, engine),
    }
  )
}

const unparsable = (reason: Refusal['reason'], header: string): Refusal => ({
  reason,
  message: `${header} does not parse: it must be names separated by commas`,
  header,
  spec,
})

const methodRefusal = ({ method, credentials }: RequestState, methods: readonly string[]): Refusal | null =>
  methods.includes(method) ||
  isSafelistedMethod(method) ||
  (credentials !== 'include' && methods.includes('*'))
    ? null
    : {
        reason: 'method-not-allowed',
        message: `${method} is not in ${allowMethods}${wildcardNote(methods, credentials)}`,
        header: allowMethods,
        spec,
      }

const headerRefusal = (
  { headers, credentials }: RequestState,
  allowed: readonly string[],
  engine: Engine,
): Refusal | null => {
  const isWildcard = credentials !== 'include' && allowed.includes('*')
  const refused = unsafeRequestHeaderNames(headers).find((name) => {
    if (allowed.some((other) => isSameName(other, name))) return false
    return !isWildcard || (isNonWildcardRequestHeaderName(name) && !engine.wildcardCoversAuthorization)
  })
  if (refused === undefined) return null
  const note = isWildcard ? ', and its * does not cover it' : wildcardNote(allowed, credentials)
  return {
    reason: 'header-not-allowed',
    message: `${refused} is not in ${allowHeaders}${note}`,
    header: allowHeaders,
    spec,
  }
}

const wildcardNote = (list: readonly string[], credentials: RequestState['credentials']): string =>
  credentials === 'include' && list.includes('*')
    ? ', whose * does not count for a request with credentials'
    : ''

const maxAgeOf = (response: WireResponse, engine: Engine): number => {
  const value = extractDeltaSeconds(response.headers, 'access-control-max-age')
  return Math.min(typeof value === 'number' ? value : defaultMaxAge, engine.maxAgeLimit)
}

import { type CheckedRequest, corsCheck } from './cors-check.js'
import type { Engine } from './engine.js'
import { byteLowercase, getHeader } from './header-list.js'
import { extractDeltaSeconds, extractTokens, failure } from './header-list-values.js'
import { isSafelistedMethod } from './method.js'
import type { Refusal } from './refusal.js'
import type { Trace } from './trace.js'
import { isNonWildcardRequestHeaderName } from './unsafe-request-header-names.js'
import type { WireResponse } from './wire.js'

const spec = 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0'
const allowMethods = 'access-control-allow-methods'
const allowHeaders = 'access-control-allow-headers'

/** Where the server names no time. In seconds. */
const defaultMaxAge = 5

/** What a preflight asks permission for. */
export interface PreflightQuestion extends CheckedRequest {
  readonly method: string
  /** The CORS-unsafe request-header names, in lower case. */
  readonly headerNames: readonly string[]
  /** Is there a preflight whatever the method and the headers are? */
  readonly useCorsPreflight: boolean
}

/** What a preflight's answer allows, and for how many seconds. */
export interface PreflightGrant {
  readonly methods: readonly string[]
  readonly headerNames: readonly string[]
  readonly maxAge: number
}

/** The checks of CORS-preflight fetch, step 7, in its order. */
export const checkPreflight = (
  question: PreflightQuestion,
  response: WireResponse,
  engine: Engine,
  trace: Trace,
): PreflightGrant | Refusal => {
  const refusal = corsCheck(question, response, trace) ?? statusRefusal(response, trace)
  if (refusal !== null) return refusal
  const methods = extractTokens(response.headers, allowMethods)
  if (methods === failure) return unparsable('allow-methods-invalid', allowMethods)
  const headerNames = extractTokens(response.headers, allowHeaders)
  if (headerNames === failure) return unparsable('allow-headers-invalid', allowHeaders)
  return (
    methodRefusal(question, methods ?? [], response, trace) ??
    headerRefusal(question, headerNames ?? [], engine, response, trace) ?? {
      // A request that asked only because of an upload listener is cached like any other.
      methods: methods ?? (question.useCorsPreflight ? [question.method] : []),
      headerNames: headerNames ?? [],
      maxAge: maxAgeOf(response, engine),
    }
  )
}

const statusRefusal = ({ status }: WireResponse, trace: Trace): Refusal | null => {
  const compared = { expected: '200 to 299', actual: String(status) }
  if (status < 200 || status > 299) {
    const message = `the preflight's status is ${status}, not 200 to 299`
    return { reason: 'preflight-status', message, compared, spec }
  }
  trace.passed(`the preflight's status is ${status}`, spec, { compared })
  return null
}

const unparsable = (reason: Refusal['reason'], header: string): Refusal => ({
  reason,
  message: `${header} does not parse: it must be names separated by commas`,
  header,
  spec,
})

const methodRefusal = (
  { method, credentials }: PreflightQuestion,
  methods: readonly string[],
  response: WireResponse,
  trace: Trace,
): Refusal | null => {
  const more = {
    header: allowMethods,
    compared: { expected: method, actual: getHeader(response.headers, allowMethods) },
  }
  if (methods.includes(method)) trace.passed(`${method} is in ${allowMethods}`, spec, more)
  else if (isSafelistedMethod(method))
    trace.passed(`${method} is safelisted: it needs no ${allowMethods}`, spec)
  else if (credentials !== 'include' && methods.includes('*'))
    trace.passed(`the * of ${allowMethods} covers ${method}`, spec, more)
  else {
    const message = `${method} is not in ${allowMethods}${wildcardNote(methods, credentials)}`
    return { reason: 'method-not-allowed', message, ...more, spec }
  }
  return null
}

const headerRefusal = (
  { headerNames, credentials }: PreflightQuestion,
  allowed: readonly string[],
  engine: Engine,
  response: WireResponse,
  trace: Trace,
): Refusal | null => {
  const isWildcard = credentials !== 'include' && allowed.includes('*')
  const actual = getHeader(response.headers, allowHeaders)
  const named = new Set(allowed.map(byteLowercase))
  for (const name of headerNames) {
    const more = { header: allowHeaders, compared: { expected: name, actual } }
    const isCovered =
      isWildcard && (!isNonWildcardRequestHeaderName(name) || engine.wildcardCoversAuthorization)
    if (named.has(byteLowercase(name))) trace.passed(`${name} is in ${allowHeaders}`, spec, more)
    else if (isCovered) trace.passed(`the * of ${allowHeaders} covers ${name}`, spec, more)
    else {
      const note = isWildcard ? ', and its * does not cover it' : wildcardNote(allowed, credentials)
      const message = `${name} is not in ${allowHeaders}${note}`
      return { reason: 'header-not-allowed', message, ...more, spec }
    }
  }
  return null
}

const wildcardNote = (list: readonly string[], credentials: PreflightQuestion['credentials']): string =>
  credentials === 'include' && list.includes('*')
    ? ', whose * does not count for a request with credentials'
    : ''

const maxAgeOf = (response: WireResponse, engine: Engine): number => {
  const value = extractDeltaSeconds(response.headers, 'access-control-max-age')
  return Math.min(typeof value === 'number' ? value : defaultMaxAge, engine.maxAgeLimit)
}

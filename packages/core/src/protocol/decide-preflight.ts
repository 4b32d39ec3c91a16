import type { CompiledRule, ConfiguredList } from './compiled-rule.js'
import type { CorsDecision, CorsHeader, CorsReason } from './cors-decision.js'
import type { CorsRequest } from './cors-request.js'
import { allow, headersOf } from './decision.js'
import { readRequestedMethod } from './requested-headers.js'
import { VARY_PREFLIGHT, VARY_PREFLIGHT_HEADERS } from './vary.js'

const UNCACHEABLE = headersOf('access-control-max-age', '0')

/**
 * One answer to a preflight from an origin that the rule allows.
 *
 * @param requestedNames the names that are asked for, read, where the rule allows any of them with credentials
 *
 * It lists what is configured, whatever was asked: so one answer fills the browser's cache for all methods and
 * headers of the URL, and where one is missing, the browser's console names it. To answer with an error
 * instead would hide that.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export const allowPreflight = (
  rule: CompiledRule,
  allowOrigin: string,
  reason: CorsReason,
  request: CorsRequest,
  requestedNames: string | undefined,
): CorsDecision => {
  const methods = listOf(
    rule.methods,
    'access-control-allow-methods',
    readRequestedMethod(request.accessControlRequestMethod),
  )
  const names = listOf(rule.requestHeaders, 'access-control-allow-headers', requestedNames)
  const headers = [
    ...rule.preflightHeaders,
    ...methods,
    ...names,
    ...(request.preflightUncacheable === true ? UNCACHEABLE : rule.maxAge),
  ]
  const vary =
    rule.requestHeaders === 'requested' && names.length > 0 ? VARY_PREFLIGHT_HEADERS : VARY_PREFLIGHT
  return allow({ kind: 'preflight', status: 204 }, reason, vary, allowOrigin, headers)
}

const listOf = (list: ConfiguredList, name: string, requested: string | undefined): readonly CorsHeader[] =>
  list === 'requested' ? headersOf(name, requested ?? '') : list

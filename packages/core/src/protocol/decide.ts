import type { CompiledPolicy } from './compiled-policy.js'
import type { CorsDecision } from './cors-decision.js'
import { type CorsRequest, isPreflight } from './cors-request.js'
import type { DecideOrigin } from './decide-origin.js'
import { allow, deny } from './decision.js'
import type { OriginVerdict } from './origin-verdict.js'
import { VARY_ACTUAL, VARY_NONE } from './vary.js'

export type Decide = (request: CorsRequest, context: unknown) => CorsDecision | Promise<CorsDecision>

export const createDecide = (policy: CompiledPolicy, decideOrigin: DecideOrigin): Decide => {
  const nonCors = decideNonCors(policy)
  return (request, context) => {
    if (request.origin === undefined) return nonCors
    const verdict = decideOrigin(request.origin, context)
    return verdict instanceof Promise
      ? verdict.then((answer) => decisionOf(answer, request))
      : decisionOf(verdict, request)
  }
}

const decisionOf = (verdict: OriginVerdict, request: CorsRequest): CorsDecision =>
  isPreflight(request) ? verdict.preflight(request) : verdict.actual()

/**
 * Where everybody may read, a response without `Origin` carries the same headers, so that a cache may keep one
 * copy for all. Elsewhere it must say that it would have differed, or that copy is served to a page which
 * then cannot read it.
 *
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
const decideNonCors = ({ anyOrigin }: CompiledPolicy): CorsDecision =>
  anyOrigin?.index === 0
    ? allow({ kind: 'non-cors' }, 'no-origin', VARY_NONE, '*', anyOrigin.actualHeaders)
    : deny({ kind: 'non-cors' }, 'no-origin', VARY_ACTUAL)

import type { CompiledRule } from './compiled-rule.js'
import type { CorsDecision, CorsReason } from './cors-decision.js'
import type { CorsRequest } from './cors-request.js'
import { allowActual } from './decide-actual.js'
import { allowPreflight } from './decide-preflight.js'
import { readRequestedHeaders } from './requested-headers.js'
import { VARY_ACTUAL, VARY_ANYTHING, VARY_PREFLIGHT } from './vary.js'

/** What the rules say about an origin, before it is known what is asked. */
export interface OriginVerdict {
  readonly allowed: boolean
  /** Did a rule with credentials allow it? */
  readonly trusted: boolean
  actual(): CorsDecision
  preflight(request: CorsRequest): CorsDecision
}

/**
 * An origin, or everybody (`*`), that a rule allows. Its decisions are made when first asked for, and kept: an
 * instance for a configured origin serves every request, in a list of 100,000 only those in use cost memory.
 */
export class AllowedOrigin implements OriginVerdict {
  readonly allowed = true
  readonly rule: CompiledRule
  readonly #allowOrigin: string
  readonly #reason: CorsReason
  readonly #vary: readonly string[]
  #actual: CorsDecision | undefined
  #preflight: CorsDecision | undefined
  #uncacheablePreflight: CorsDecision | undefined

  constructor(
    rule: CompiledRule,
    allowOrigin: string,
    reason: CorsReason,
    vary: readonly string[] = VARY_ACTUAL,
  ) {
    this.rule = rule
    this.#allowOrigin = allowOrigin
    this.#reason = reason
    this.#vary = vary
  }

  get trusted(): boolean {
    return this.rule.credentials
  }

  actual(): CorsDecision {
    this.#actual ??= allowActual(this.rule, this.#allowOrigin, this.#reason, this.#vary)
    return this.#actual
  }

  preflight(request: CorsRequest): CorsDecision {
    const rule = this.rule
    const names =
      rule.requestHeaders === 'requested'
        ? readRequestedHeaders(request.accessControlRequestHeaders)
        : undefined
    // Names that no browser would send are refused, and cost no more than what is constant.
    if (rule.methods === 'requested' || names !== undefined) return this.#answer(request, names)
    if (request.preflightUncacheable === true) {
      this.#uncacheablePreflight ??= this.#answer(request)
      return this.#uncacheablePreflight
    }
    this.#preflight ??= this.#answer(request)
    return this.#preflight
  }

  #answer(request: CorsRequest, names?: string): CorsDecision {
    return allowPreflight(this.rule, this.#allowOrigin, this.#reason, request, names)
  }
}

type Denial = 'origin-not-listed' | 'origin-opaque' | 'origin-malformed' | 'origin-insecure'

const denial = (reason: Denial): OriginVerdict => {
  const headers: readonly [] = Object.freeze<[]>([])
  const actual = Object.freeze<CorsDecision>({
    kind: 'actual',
    allowed: false,
    reason,
    headers,
    vary: VARY_ACTUAL,
  })
  const preflight = Object.freeze<CorsDecision>({
    kind: 'preflight',
    allowed: false,
    reason,
    status: 403,
    headers,
    vary: VARY_PREFLIGHT,
  })
  return { allowed: false, trusted: false, actual: () => actual, preflight: () => preflight }
}

/** Denied origins get no header: nothing tells them what others would get. */
export const DENIED: Readonly<Record<Denial, OriginVerdict>> = {
  'origin-not-listed': denial('origin-not-listed'),
  'origin-opaque': denial('origin-opaque'),
  'origin-malformed': denial('origin-malformed'),
  'origin-insecure': denial('origin-insecure'),
}

/** A lookup that failed: closed, not stored anywhere, and told apart from a "no" by status and reason. */
export const lookupFailed = (error: unknown): OriginVerdict => {
  const decision = {
    allowed: false,
    reason: 'origin-lookup-failed',
    headers: Object.freeze([]),
    vary: VARY_ANYTHING,
    error,
  } as const
  return {
    allowed: false,
    trusted: false,
    actual: () => Object.freeze<CorsDecision>({ kind: 'actual', ...decision }),
    preflight: () => Object.freeze<CorsDecision>({ kind: 'preflight', status: 503, ...decision }),
  }
}

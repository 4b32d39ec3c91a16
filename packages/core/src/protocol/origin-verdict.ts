import type { CompiledRule } from './compiled-rule.js'
import type { CorsDecision, CorsReason } from './cors-decision.js'
import type { CorsRequest } from './cors-request.js'
import { allowPreflight } from './decide-preflight.js'
import { allow, deny } from './decision.js'
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
    this.#actual ??= allow(
      { kind: 'actual' },
      this.#reason,
      this.#vary,
      this.#allowOrigin,
      this.rule.actualHeaders,
    )
    return this.#actual
  }

  preflight(request: CorsRequest): CorsDecision {
    const rule = this.rule
    const names =
      rule.requestHeaders === 'requested'
        ? readRequestedHeaders(request.accessControlRequestHeaders)
        : undefined
    // Names that no browser would send are refused, and cost no more than what is constant.
    if (rule.methods === 'requested' || names) return this.#answer(request, names)
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

const verdictOf = (actual: CorsDecision, preflight: CorsDecision): OriginVerdict => ({
  allowed: false,
  trusted: false,
  actual: () => actual,
  preflight: () => preflight,
})

const denial = (reason: Denial): OriginVerdict =>
  verdictOf(
    deny({ kind: 'actual' }, reason, VARY_ACTUAL),
    deny({ kind: 'preflight', status: 403 }, reason, VARY_PREFLIGHT),
  )

/** Denied origins get no header: nothing tells them what others would get. */
export const DENIED: Readonly<Record<Denial, OriginVerdict>> = {
  'origin-not-listed': denial('origin-not-listed'),
  'origin-opaque': denial('origin-opaque'),
  'origin-malformed': denial('origin-malformed'),
  'origin-insecure': denial('origin-insecure'),
}

/** A lookup that failed: closed, not stored anywhere, and told apart from a "no" by status and reason. */
export const lookupFailed = (error: unknown): OriginVerdict =>
  verdictOf(
    deny({ kind: 'actual', error }, 'origin-lookup-failed', VARY_ANYTHING),
    deny({ kind: 'preflight', status: 503, error }, 'origin-lookup-failed', VARY_ANYTHING),
  )

import type { CorsRequestKind } from './cors-request.js'

/** Why a decision is what it is. Stable: logs and metrics may rely on the words. */
export type CorsReason =
  /** The request has no `Origin`: it is not a CORS request. */
  | 'no-origin'
  /** Allowed by a rule for `'*'`. */
  | 'origin-any'
  /** Allowed by a listed origin. */
  | 'origin-exact'
  /** Allowed by a pattern with a wildcard. */
  | 'origin-pattern'
  /** Allowed by the lookup function. */
  | 'origin-lookup'
  /** Denied: a well-formed origin that no rule lists. */
  | 'origin-not-listed'
  /** Denied: `null`, the serialisation of every opaque origin (sandboxed frames, `data:` and `file:` documents). */
  | 'origin-opaque'
  /** Denied: not what a browser sends (an upper-case host, a path, a list, over 330 characters, …). */
  | 'origin-malformed'
  /** Denied: a cleartext origin that a lookup of a rule with credentials was therefore not asked about. */
  | 'origin-insecure'
  /** Denied: the lookup function threw, rejected or took too long. */
  | 'origin-lookup-failed'

/** A response header: a lower-case name and its one value. */
export type CorsHeader = readonly [name: string, value: string]

/**
 * What a policy says about one request: plain, frozen data. An adapter sets `headers`, removes the CORS
 * response headers that are not among them, merges `vary`, and answers at once if there is a `status`.
 * See docs/decisions/0001-decision-is-data.md.
 */
export interface CorsDecision {
  /** `non-cors` without `Origin`, `preflight` for OPTIONS that asks for permission, otherwise `actual`. */
  readonly kind: CorsRequestKind
  /**
   * Did the origin pass? For a `non-cors` request `true` only where everybody may read. On an `actual`
   * request `false` means "gets no CORS headers", never "reject": browsers send `Origin` on same-origin
   * POST requests, too.
   */
  readonly allowed: boolean
  /** Why: for logs and metrics. */
  readonly reason: CorsReason
  /** Present for a preflight only: answer now, with this status and no body. */
  readonly status?: 204 | 403 | 503
  /** Every CORS header that the response has, and no other. */
  readonly headers: readonly CorsHeader[]
  /** Members to merge into `Vary`. */
  readonly vary: readonly string[]
  /** What the lookup threw. Present for `origin-lookup-failed` only; for the log, never for the response. */
  readonly error?: unknown
}

import type { Comparison } from './comparison.js'

/** Why a script gets a TypeError instead of a response. */
export type RefusalReason =
  /** The script's own mistake: a bad URL, method or header. Nothing is sent. */
  | 'request-invalid'
  /** No response came. */
  | 'network-failed'
  | 'allow-origin-missing'
  | 'allow-origin-mismatch'
  /** `*`, while the request is made with credentials. */
  | 'allow-origin-any-with-credentials'
  | 'allow-credentials-missing'
  /** The preflight was not answered with 200 to 299. */
  | 'preflight-status'
  | 'allow-methods-invalid'
  | 'allow-headers-invalid'
  | 'method-not-allowed'
  | 'header-not-allowed'
  | 'redirect-refused'

/** A network error, in the standard's words, with what the standard keeps from scripts: why. */
export interface Refusal {
  readonly reason: RefusalReason
  readonly message: string
  /** The response header that decided, in lower case; absent where none did. */
  readonly header?: string
  readonly compared?: Comparison
  readonly spec: string
}

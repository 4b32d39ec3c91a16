import type { CorsDecision, CorsHeader } from '../protocol/cors-decision.js'

/** What an adapter writes. Every {@link CorsDecision} is one. */
export interface CorsAnswer {
  /** Present: answer now, with this status and no body. */
  readonly status?: Exclude<CorsDecision['status'], undefined>
  /** The CORS response headers of the response, all of them; `undefined` leaves them to the application. */
  readonly headers: readonly CorsHeader[] | undefined
  /** Members to merge into `Vary`. */
  readonly vary: readonly string[]
}

/**
 * The headers that belong to the nearest policy: what its decision does not name is removed, whoever wrote it.
 *
 * @see https://fetch.spec.whatwg.org/#http-responses
 */
const CORS_RESPONSE_HEADERS: ReadonlySet<string> = new Set([
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-max-age',
  'access-control-expose-headers',
])

/** @param name in any case */
export const isCorsResponseHeader = (name: string): boolean =>
  // Cheap refusals first: this is asked about each header of each response.
  name.length >= 22 && (name.charCodeAt(0) | 32) === 97 && CORS_RESPONSE_HEADERS.has(name.toLowerCase())

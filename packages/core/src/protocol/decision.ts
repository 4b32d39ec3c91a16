import type { CorsDecision, CorsHeader, CorsReason } from './cors-decision.js'

/** What a decision is about, and what it has beyond the others of its kind. */
type About = Pick<CorsDecision, 'kind' | 'status' | 'error'>

/** The headers of an answer: one, or none where the value is empty. */
export const headersOf = (name: string, value: string): readonly CorsHeader[] =>
  Object.freeze(value ? [Object.freeze<CorsHeader>([name, value])] : [])

/** `allowOrigin` is the origin or `*`. */
export const allow = (
  about: About,
  reason: CorsReason,
  vary: readonly string[],
  allowOrigin: string,
  headers: readonly CorsHeader[],
): CorsDecision =>
  Object.freeze({
    ...about,
    allowed: true,
    reason,
    headers: Object.freeze([...headersOf('access-control-allow-origin', allowOrigin), ...headers]),
    vary,
  })

/** What is denied gets no header: nothing tells it what others would get. */
export const deny = (about: About, reason: CorsReason, vary: readonly string[]): CorsDecision =>
  Object.freeze({ ...about, allowed: false, reason, headers: Object.freeze([]), vary })

import type { CompiledRule } from './compiled-rule.js'
import type { CorsDecision, CorsHeader, CorsReason } from './cors-decision.js'

/** One answer to an actual request that the rule allows; `allowOrigin` is the origin or `*`. */
export const allowActual = (
  rule: CompiledRule,
  allowOrigin: string,
  reason: CorsReason,
  vary: readonly string[],
): CorsDecision => {
  const headers = Object.freeze<CorsHeader[]>([
    Object.freeze<CorsHeader>(['access-control-allow-origin', allowOrigin]),
    ...rule.actualHeaders,
  ])
  return Object.freeze<CorsDecision>({ kind: 'actual', allowed: true, reason, headers, vary })
}

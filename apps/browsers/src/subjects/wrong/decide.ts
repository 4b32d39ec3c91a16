import type { CorsDecision, CorsPolicy, CorsRequest } from '@cors/core'

/** The suite's policies have no lookup, so nothing has to be waited for. */
export const decide = (policy: CorsPolicy, request: CorsRequest): CorsDecision => {
  const decision = policy.evaluate(request)
  if (decision instanceof Promise) throw new TypeError('There is a lookup')
  return decision
}

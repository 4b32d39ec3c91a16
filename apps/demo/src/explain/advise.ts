import { type CorsConfig, createCorsPolicy } from '@cors/core'
import { explain } from '@cors/core/explain'
import { type Exchange, headerValue } from '../results/exchange.js'

/** What would make a no of the browser a yes. */
export interface Advice {
  /** Edits of the policy, one sentence each; all of them are needed. */
  readonly edits: readonly string[]
  readonly advice?: string
}

/**
 * What the back end would have to change, had it meant to allow this: `explain`, asked about the exchange at which the
 * browser stopped.
 *
 * @param policy of the route that was asked
 */
export const advise = async (
  policy: CorsConfig | false,
  { request }: Exchange,
  withCredentials: boolean,
): Promise<Advice> => {
  if (policy === false) return { edits: [], advice: 'CORS is switched off for this route: it has no policy.' }
  const { browser } = await explain(createCorsPolicy(policy), {
    method: request.method,
    origin: headerValue(request.headers, 'origin'),
    accessControlRequestMethod: headerValue(request.headers, 'access-control-request-method'),
    accessControlRequestHeaders: headerValue(request.headers, 'access-control-request-headers'),
  })
  const verdict = withCredentials ? browser?.credentialed : browser?.anonymous
  return {
    edits: verdict?.change?.edits.map(({ message }) => message) ?? [],
    ...(verdict?.advice === undefined ? {} : { advice: verdict.advice }),
  }
}

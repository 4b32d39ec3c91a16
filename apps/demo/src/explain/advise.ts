import { type CorsConfig, createCorsPolicy } from '@cors/core'
import { explain } from '@cors/core/explain'
import { type Exchange, headerValue } from '../results/exchange.js'
import { sourceText } from '../results/source-text.js'

/** What would make a no of the browser a yes. */
export interface Advice {
  /** Edits of the policy, all of which are needed: a sentence, and a new rule as one would write it. */
  readonly edits: readonly { readonly message: string; readonly rule?: string }[]
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
    edits: (verdict?.change?.edits ?? []).map(({ action, message, value }) => ({
      message,
      ...(action === 'insert' ? { rule: sourceText(value) } : {}),
    })),
    ...(verdict?.advice === undefined ? {} : { advice: verdict.advice }),
  }
}

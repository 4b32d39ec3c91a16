import type { Answer, CorsPolicy } from '../policy.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import { type CorsRequest, kindOf } from '../protocol/cors-request.js'
import { adviceFor } from './advice.js'
import { type Asked, askedBy } from './asked.js'
import { type Answers, browserVerdict } from './browser-verdict.js'
import { type Deciding, decidingRule } from './deciding-rule.js'
import type { BrowserVerdict, Explanation } from './explanation.js'
import { policySteps } from './policy-steps.js'
import { preflightBefore } from './preflight-before.js'
import { suggestChange } from './suggest-change.js'

/**
 * Why a policy answers a request as it does, what a browser makes of the answer, and which change of the
 * configuration would turn a no into a yes. For people: it compiles configurations to try them, so it does not
 * belong into the path of requests.
 *
 * It asks `policy.evaluate`; a second time about the preflight that a browser sends before an actual request whose
 * method is not safelisted. So a lookup function may be asked twice, and where it is asked, a Promise is returned.
 *
 * @param context handed to the lookup function
 *
 * @example
 * const { browser } = explain(policy, {
 *   method: 'OPTIONS',
 *   origin: 'https://app.example.com',
 *   accessControlRequestMethod: 'DELETE',
 *   accessControlRequestHeaders: undefined,
 * })
 * browser?.anonymous.refusal?.header // access-control-allow-methods
 */
export const explain = <Lookup extends boolean>(
  policy: CorsPolicy<Lookup>,
  request: CorsRequest,
  context?: unknown,
): Answer<Lookup, Explanation> => {
  const { config } = policy
  const earlier = kindOf(request) === 'actual' ? preflightBefore(request) : undefined
  const evaluated: CorsDecision | Promise<CorsDecision> = policy.evaluate(request, context)
  const explanation = whenKnown(evaluated, (decision) => {
    const before = earlier && policy.evaluate(earlier, context)
    return whenKnown(before, (known) =>
      explanationOf(config, request, { decision, ...(known === undefined ? {} : { before: known }) }),
    )
  })
  return explanation as Answer<Lookup, Explanation>
}

const whenKnown = <Value, Result>(
  value: Value | Promise<Value>,
  use: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> => (isPromise(value) ? value.then(use) : use(value))

/** The policy, and so its Promise, may be of another realm. */
const isPromise = <Value>(value: Value | Promise<Value>): value is Promise<Value> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

const explanationOf = (config: CorsPolicy['config'], request: CorsRequest, answers: Answers): Explanation => {
  const { decision } = answers
  const { origin } = request
  const deciding: Deciding = origin === undefined ? { rules: [] } : decidingRule(config, origin, decision)
  const [rule] = deciding.rules
  const common = {
    request,
    decision,
    ...(rule === undefined ? {} : { rule }),
    steps: policySteps(request, decision, config, deciding),
  }
  if (origin === undefined) return common
  const asked = askedBy(request, origin)
  const verdict = (credentialed: boolean): BrowserVerdict =>
    completed(config, request, answers, deciding, asked, credentialed)
  return { ...common, browser: { anonymous: verdict(false), credentialed: verdict(true) } }
}

const completed = (
  config: CorsPolicy['config'],
  request: CorsRequest,
  answers: Answers,
  deciding: Deciding,
  asked: Asked,
  credentialed: boolean,
): BrowserVerdict => {
  const verdict = browserVerdict(asked, answers, credentialed ? 'include' : 'omit')
  if (verdict.allowed) return verdict
  const { decision } = answers
  const change = suggestChange(config, request, decision, deciding, asked, credentialed)
  const advice = adviceFor(decision, verdict, asked, credentialed, change)
  return {
    ...verdict,
    ...(change === undefined ? {} : { change }),
    ...(advice === undefined ? {} : { advice }),
  }
}

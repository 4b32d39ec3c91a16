import type { CredentialsMode } from '../browser-model/browser-request.js'
import { corsCheck } from '../browser-model/cors-check.js'
import { standardEngine } from '../browser-model/engine.js'
import { exposedNames } from '../browser-model/exposed-headers.js'
import { isSafelistedMethod } from '../browser-model/method.js'
import { checkPreflight } from '../browser-model/preflight-check.js'
import type { Refusal } from '../browser-model/refusal.js'
import { Trace } from '../browser-model/trace.js'
import type { WireResponse } from '../browser-model/wire.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import { type Asked, refusalOfScript } from './asked.js'
import type { BrowserVerdict } from './explanation.js'

export type Verdict = Omit<BrowserVerdict, 'change' | 'advice'>

/** What the policy says: about the request, and about the preflight that a browser sends before it. */
export interface Answers {
  readonly decision: CorsDecision
  /** Present where the request is no preflight, and its method needs one. */
  readonly before?: CorsDecision
}

const httpFetch = 'https://fetch.spec.whatwg.org/#concept-http-fetch'

/** The browser's half, played on what the policy answers. */
export const browserVerdict = (
  asked: Asked,
  { decision, before }: Answers,
  credentials: CredentialsMode,
): Verdict => {
  const trace = new Trace()
  const no = (refusal: Refusal): Verdict => {
    trace.refused(refusal)
    return { allowed: false, steps: trace.steps, refusal }
  }
  const impossible = refusalOfScript(asked)
  if (impossible !== undefined) return no(impossible)
  const preflight = decision.kind === 'preflight' ? decision : before
  if (preflight !== undefined) {
    if (preflight === before) trace.did(`${asked.method} needs a preflight, which is sent first`, httpFetch)
    const question = { ...asked, credentials, useCorsPreflight: false }
    const grant = checkPreflight(question, responseOf(preflight), standardEngine, trace)
    if ('reason' in grant) return no(grant)
    if (preflight === decision) {
      trace.passed(`the request is sent; the answer may be kept for ${grant.maxAge} s`, httpFetch)
      return { allowed: true, steps: trace.steps, maxAge: grant.maxAge }
    }
  } else if (isSafelistedMethod(asked.method)) {
    trace.did(`${asked.method} alone needs no preflight`, httpFetch)
  }
  const refusal = corsCheck({ origin: asked.origin, credentials }, responseOf(decision), trace)
  if (refusal !== null) return no(refusal)
  const exposedHeaders = exposedNames(credentials, decision)
  const names = exposedHeaders === '*' ? 'every' : ['the safelisted', ...exposedHeaders].join(', ')
  trace.passed(`the script may read the response, and these headers: ${names}`, httpFetch, {
    header: 'access-control-expose-headers',
  })
  return { allowed: true, steps: trace.steps, exposedHeaders }
}

/** Only a preflight's status is checked, and only that one is the policy's. */
const responseOf = ({ status, headers }: CorsDecision): WireResponse => ({ status: status ?? 200, headers })

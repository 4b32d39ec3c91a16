import type { TraceStep } from '../browser-model/index.js'
import type { NormalizedCorsConfig } from '../config/cors-config.js'
import { errorText } from '../config/inspect.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import type { CorsRequest } from '../protocol/cors-request.js'
import { type Deciding, rulesOf, textsOf } from './deciding-rule.js'
import { nearMiss } from './near-miss.js'
import { quoted } from './quoted.js'

const requests = 'https://fetch.spec.whatwg.org/#http-requests'
const responses = 'https://fetch.spec.whatwg.org/#http-responses'

/** The server's half, in the order in which the policy goes. */
export const policySteps = (
  request: CorsRequest,
  decision: CorsDecision,
  config: NormalizedCorsConfig,
  deciding: Deciding,
): readonly TraceStep[] => [
  ...kindSteps(request, decision),
  ...(request.origin === undefined ? [] : [originStep(request.origin, decision, config, deciding)]),
  { text: answerText(decision), spec: responses },
]

const kindSteps = ({ origin, method, ...request }: CorsRequest, { kind }: CorsDecision): TraceStep[] => {
  const originHeader = 'https://fetch.spec.whatwg.org/#origin-header'
  if (origin === undefined) {
    const text = 'no Origin: not a CORS request. A browser sends one with every fetch across origins'
    return [{ text, header: 'origin', spec: originHeader }]
  }
  const asked = request.accessControlRequestMethod
  const text =
    kind === 'preflight'
      ? `OPTIONS with Access-Control-Request-Method ${quoted(asked ?? '')}: a CORS-preflight request`
      : method === 'OPTIONS'
        ? 'OPTIONS without Access-Control-Request-Method: no preflight, the application answers'
        : `${method} is no preflight: the application answers`
  return [
    { text: `Origin is ${quoted(origin)}: a CORS request`, header: 'origin', spec: originHeader },
    { text, spec: kind === 'preflight' ? 'https://fetch.spec.whatwg.org/#cors-preflight-request' : requests },
  ]
}

const originStep = (
  origin: string,
  decision: CorsDecision,
  config: NormalizedCorsConfig,
  deciding: Deciding,
): TraceStep => {
  const rules = rulesOf(config)
  const texts = rules.flatMap(textsOf)
  const compared = {
    expected: deciding.pattern ?? texts.slice(0, 10).join(', ') + (texts.length > 10 ? ', …' : ''),
    actual: origin,
  }
  const near = decision.reason === 'origin-not-listed' ? nearMiss(origin, texts) : undefined
  const where =
    rules.length === 1 ? '' : ` of rule ${deciding.rules.map((index) => `[${index}]`).join(' or ')}`
  const text: Record<CorsDecision['reason'], string> = {
    'no-origin': '',
    'origin-any': `"*"${where} allows every origin`,
    'origin-exact': `the origins${where} list it`,
    'origin-pattern': `the pattern ${quoted(deciding.pattern ?? '')}${where} matches it`,
    'origin-lookup': `the lookup function${where} allows it`,
    'origin-not-listed': `no rule lists it${near === undefined ? '' : `: ${near}`}`,
    'origin-opaque': 'null is the origin of every sandboxed frame and local file: no list can name it',
    'origin-malformed': 'it is not what a browser sends, so nothing is compared',
    'origin-insecure': 'it is cleartext, so a lookup function that gives credentials is not asked about it',
    'origin-lookup-failed': `the lookup function failed: ${quoted(errorText(decision.error))}`,
  }
  return {
    text: text[decision.reason],
    passed: decision.allowed,
    header: 'origin',
    compared,
    spec: responses,
  }
}

const answerText = ({ status, headers, vary }: CorsDecision): string => {
  const names = headers.map(([name]) => name).join(', ') || 'no CORS header'
  const merged = vary.length === 0 ? '' : `; Vary gains ${vary.join(', ')}`
  return `${status === undefined ? "the application's response gets" : `answered with ${status} and`} ${names}${merged}`
}

import { CorsConfigError } from '../config/config-error.js'
import type { CorsConfig, NormalizedCorsConfig } from '../config/cors-config.js'
import { compilePolicy } from '../policy.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import { type CorsRequest, kindOf } from '../protocol/cors-request.js'
import { type Asked, refusalOfScript } from './asked.js'
import { type Answers, browserVerdict } from './browser-verdict.js'
import { type Candidate, candidateChanges } from './candidate-changes.js'
import type { Deciding } from './deciding-rule.js'
import type { ConfigChange } from './explanation.js'
import { preflightBefore } from './preflight-before.js'

/**
 * What would make a browser's no a yes: the first candidate that is a valid configuration and was tried, by the
 * policy that it makes and by the browser's half. `undefined` where none does.
 */
export const suggestChange = (
  config: NormalizedCorsConfig,
  request: CorsRequest,
  decision: CorsDecision,
  deciding: Deciding,
  asked: Asked,
  credentialed: boolean,
): ConfigChange | undefined => {
  if (refusalOfScript(asked) !== undefined || decision.reason === 'origin-malformed') return undefined
  for (const candidate of candidateChanges({ config, decision, deciding, asked, credentialed })) {
    const answers = tryCandidate(candidate, request, asked)
    const mode = credentialed ? 'include' : 'omit'
    if (answers.length > 0 && answers.every((answer) => browserVerdict(asked, answer, mode).allowed)) {
      return { edits: candidate.edits, config: candidate.config }
    }
  }
  return undefined
}

/** What the changed policy would answer; nothing where it is no valid configuration, or asks a lookup function. */
const tryCandidate = ({ config, byLookup }: Candidate, request: CorsRequest, asked: Asked): Answers[] => {
  try {
    const policy = compilePolicy(withoutLookups(config))
    // What the lookup function said stands: in its place the origin is listed.
    const policies = byLookup?.map((rule) => compilePolicy({ ...rule, origins: [asked.origin] })) ?? [policy]
    return policies.flatMap(({ evaluate }) => answersOf(evaluate, request))
  } catch (error) {
    if (error instanceof CorsConfigError) return []
    throw error
  }
}

/** The application's lookup functions are not asked about what might be: where one would be, nothing is tried. */
const withoutLookups = (config: CorsConfig): CorsConfig =>
  [config].flat().map((rule) => ({
    ...rule,
    origins:
      rule.origins === '*' ? '*' : rule.origins.map((member) => (typeof member === 'string' ? member : no)),
  }))

const no = (): boolean => false

const answersOf = (
  evaluate: (request: CorsRequest) => CorsDecision | Promise<CorsDecision>,
  request: CorsRequest,
): Answers[] => {
  const decision = evaluate(request)
  if (decision instanceof Promise) return []
  const earlier = kindOf(request) === 'actual' ? preflightBefore(request) : undefined
  const before = earlier && evaluate(earlier)
  return before instanceof Promise ? [] : [{ decision, ...(before === undefined ? {} : { before }) }]
}

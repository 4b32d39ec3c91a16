import type { CorsPolicy } from '../policy.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import { type CorsRequest, kindOf } from '../protocol/cors-request.js'
import type { CorsAnswer } from './cors-answer.js'
import type { PolicyFunction } from './options.js'
import { type CheckedOptions, isOptions, isPolicy, readOptions } from './read-options.js'

/** Hands an error to the framework's logger. */
export type LogError<NativeRequest> = (error: unknown, request: NativeRequest) => void

/** What an adapter writes where a function chose that CORS is off: `Vary` only, and no decision was taken. */
export interface CorsOff extends CorsAnswer {
  readonly headers: undefined
  readonly kind?: never
}

type Decided = CorsDecision | CorsOff | undefined

/** The options of an adapter, compiled: read the request, ask this, apply the answer. */
export interface CompiledOptions<NativeRequest> {
  /**
   * What to write; `undefined` where CORS is off. Throws or rejects only with what the user's policy function
   * throws: apply {@link failure}, and make it the framework's usual server error.
   */
  readonly decide: (request: CorsRequest, native: NativeRequest) => Decided | Promise<Decided>
  /** No CORS header, and not to be mistaken by a cache for what another origin would get. */
  readonly failure: CorsAnswer
  /** What the options name as the policy: a policy, `false`, or a function that chooses. */
  readonly policy: CheckedOptions<NativeRequest>['policy']
  /** Who is told by {@link decide}, if anybody is. */
  readonly onDecision: CheckedOptions<NativeRequest>['onDecision']
  /**
   * For a route with its own configuration, policy or `false`: `onDecision` and `vary` stay what they are. Options
   * of its own replace all.
   *
   * @throws CorsConfigError with every mistake
   */
  readonly withPolicy: (own: unknown) => CompiledOptions<NativeRequest>
}

/**
 * Compile what an adapter was given.
 *
 * @throws CorsConfigError with every mistake
 */
export const compileOptions = <NativeRequest>(
  input: unknown,
  logError: LogError<NativeRequest>,
): CompiledOptions<NativeRequest> => compileChecked(readOptions<NativeRequest>(input), logError)

const compileChecked = <NativeRequest>(
  options: CheckedOptions<NativeRequest>,
  logError: LogError<NativeRequest>,
): CompiledOptions<NativeRequest> => {
  const { policy, vary } = options
  const report = createReport(options, logError)
  const failure: CorsAnswer = Object.freeze({
    headers: Object.freeze([]),
    vary: Object.freeze(['Origin', ...vary]),
  })
  const withPolicy = (own: unknown): CompiledOptions<NativeRequest> => {
    if (own === false) return compileChecked({ ...options, policy: own }, logError)
    const read = readOptions<NativeRequest>(own)
    return compileChecked(isOptions(own) ? read : { ...options, policy: read.policy }, logError)
  }
  const compiled = { failure, policy, onDecision: options.onDecision, withPolicy }
  if (policy === false) return { ...compiled, decide: () => undefined }
  if (typeof policy === 'function') return { ...compiled, decide: decideByFunction(policy, options, report) }

  const answer = (decision: CorsDecision, native: NativeRequest): CorsDecision =>
    withVary(report(decision, native), vary)
  // The usual case: no function call a request beside the policy's own.
  const isSilent = vary.length === 0 && options.onDecision === undefined
  const decide: CompiledOptions<NativeRequest>['decide'] = (request, native) => {
    const decision = policy.evaluate(request, native)
    // The policy, and so its Promise, may be of another realm. Adapters look for this one's.
    if ('then' in decision) return Promise.resolve(decision).then((later) => answer(later, native))
    return isSilent ? decision : answer(decision, native)
  }
  return { ...compiled, decide }
}

type Report<NativeRequest> = (decision: CorsDecision, native: NativeRequest) => CorsDecision

/** Tell who wants to know. Nothing that goes wrong with that changes the response. */
const createReport =
  <NativeRequest>(
    { onDecision }: CheckedOptions<NativeRequest>,
    logError: LogError<NativeRequest>,
  ): Report<NativeRequest> =>
  (decision, native) => {
    if (decision.reason === 'origin-lookup-failed') logError(decision.error, native)
    if (onDecision === undefined || decision.kind === 'non-cors') return decision
    try {
      const returned: unknown = onDecision(decision, native)
      // An async function fits the type, too; its rejection must not end the process.
      if (returned !== undefined) {
        Promise.resolve(returned).catch((error: unknown) => logError(error, native))
      }
    } catch (error) {
      logError(error, native)
    }
    return decision
  }

const withVary = (decision: CorsDecision, members: readonly string[]): CorsDecision =>
  members.length === 0 ? decision : { ...decision, vary: [...new Set([...decision.vary, ...members])] }

/**
 * The function may look at anything, so every answer says that it depends on the origin; and it may tell
 * methods apart, so that browsers must not keep a preflight's answer, unless it is declared not to.
 */
const decideByFunction = <NativeRequest>(
  choose: PolicyFunction<NativeRequest>,
  { vary, samePolicyForAllMethods }: CheckedOptions<NativeRequest>,
  report: Report<NativeRequest>,
): CompiledOptions<NativeRequest>['decide'] => {
  const members = ['Origin', ...vary]
  const off: CorsOff = Object.freeze({ headers: undefined, vary: Object.freeze(members) })
  const decide = async (request: CorsRequest, native: NativeRequest): Promise<Decided> => {
    const isPreflight = kindOf(request) === 'preflight'
    const method = (isPreflight ? request.accessControlRequestMethod : undefined) ?? request.method
    const policy = await chosen(choose, native, method)
    if (policy === false) return off
    if (!isPolicy(policy)) {
      throw new TypeError('The CORS policy function must return a policy made by createCorsPolicy, or false.')
    }
    const asked =
      isPreflight && !samePolicyForAllMethods ? { ...request, preflightUncacheable: true } : request
    return withVary(report(await policy.evaluate(asked, native), native), members)
  }
  // By `resolve`, because adapters look for the global Promise, and Zone.js or Bluebird may have replaced it.
  return (request, native) => Promise.resolve(decide(request, native))
}

/** Frameworks take `undefined` for no error, and some a text for an instruction: only objects are thrown on as is. */
const chosen = async <NativeRequest>(
  choose: PolicyFunction<NativeRequest>,
  native: NativeRequest,
  method: string,
): Promise<CorsPolicy | false> => {
  try {
    return await choose(native, { method })
  } catch (error) {
    if (typeof error === 'object' && error !== null) throw error
    throw new Error(`The CORS policy function threw ${String(error)}.`, { cause: error })
  }
}

import {
  answerPreflight,
  applyAtWriteHead,
  type CheckedInput,
  type CompiledOptions,
  type CorsAnswer,
  type CorsInput,
  type CorsLiteral,
  compileOptions,
  isFinal,
  readNodeRequest,
} from '@cors/core/adapter'
import type { Context, Middleware, Next, ParameterizedContext } from 'koa'
import type { CorsState } from './cors-state.js'
import { writableError } from './writable-error.js'

/** Koa's own logger: it listens to `error`, unless the application does. It refuses what is no `Error`. */
const logError = (error: unknown, context: Context): void => {
  const logged =
    error instanceof Error ? error : new Error(`non-error thrown: ${String(error)}`, { cause: error })
  context.app.emit('error', logged, context)
}

/**
 * CORS as Koa middleware. A preflight is answered here; every other response gets the policy's headers when its
 * head is written, also by Koa's error handling, which wipes what was set before.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @throws CorsConfigError with every mistake in them
 */
export const cors = <const Input extends CorsLiteral<CorsInput<Context>>>(
  options: Input & CheckedInput<Input>,
): Middleware<CorsState> => {
  const { decide, failure } = compileOptions<Context>(options, logError)

  // No async function for what is known at once: it would cost as much as the decision.
  return (context, next) => {
    const answer = decide(readNodeRequest(context.req), context as Context)
    return answer instanceof Promise
      ? respondLater(context, next, answer, failure)
      : respond(context, next, answer)
  }
}

type CorsContext = ParameterizedContext<CorsState>
type Answer = Awaited<ReturnType<CompiledOptions<Context>['decide']>>
type FinalAnswer = Parameters<typeof answerPreflight>[1]

const respond = (context: CorsContext, next: Next, answer: Answer): Promise<unknown> | undefined => {
  context.state.cors = answer?.kind === undefined ? undefined : answer
  if (answer !== undefined && isFinal(answer)) return respondToPreflight(context, answer)
  applyAtWriteHead(context.res, answer)
  // What is composed by other means than Koa's may return anything.
  return Promise.resolve(next()).then(undefined, throwWritable)
}

/** A function of its own, so that V8 compiles what every request needs into one. */
const respondToPreflight = (context: CorsContext, answer: FinalAnswer): undefined => {
  // Otherwise something else, such as a timeout, answered while a function or a lookup was asked.
  if (context.res.headersSent) return
  answerPreflight(context.res, answer)
  // Koa 2.0 would write a body of its own.
  context.respond = false
}

const respondLater = async (
  context: CorsContext,
  next: Next,
  answer: Promise<Answer>,
  failure: CorsAnswer,
): Promise<void> => {
  // For whatever is written before there is an answer, and where the policy function fails.
  applyAtWriteHead(context.res, failure)
  context.state.cors = undefined
  await respond(context, next, await answer.catch(throwWritable))
}

const throwWritable = (error: unknown): never => {
  throw writableError(error)
}

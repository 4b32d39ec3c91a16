import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'
import {
  answerPreflight,
  applyAtWriteHead,
  type CheckedInput,
  type CorsAnswer,
  type CorsInput,
  type CorsLiteral,
  compileOptions,
  isFinal,
  type NodeRequest,
  type NodeResponse,
  readNodeRequest,
} from '@cors/core/adapter'

/** Goes on with the application, or with its error handling. */
export type Next = (error?: unknown) => void

/** The request where nothing narrower is asked for. Express's, for one, is an `IncomingMessage` with more. */
export type HttpRequest = IncomingMessage | Http2ServerRequest

/** Connect-style middleware: for Express and Polka as it is, for `node:http` by a call. */
export type CorsMiddleware<Request extends NodeRequest = HttpRequest> = (
  request: Request,
  response: NodeResponse,
  next: Next,
) => void

/**
 * Connect has no logger. This is where Express, too, reports an error that nobody handles.
 * See docs/decisions/0007-console-where-there-is-no-logger.md.
 */
declare const console: { error(error: unknown): void }
const logError = (error: unknown): void => console.error(error)

/**
 * CORS as connect-style middleware. A preflight is answered here; every other response gets the policy's
 * headers when its head is written, whoever writes it.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @throws CorsConfigError with every mistake in them
 */
export const cors = <
  Request extends NodeRequest = HttpRequest,
  const Input extends CorsLiteral<CorsInput<Request>> = CorsInput<Request>,
>(
  // Beside another array type the compiler would not take `[...rules, rule]` for the tuple that it is.
  options: ([Input] extends [readonly unknown[]] ? unknown : CorsLiteral<CorsInput<Request>>) &
    Input &
    CheckedInput<Input>,
): CorsMiddleware<Request> => {
  const { decide, failure } = compileOptions<Request>(options, logError)

  const respond = (answer: CorsAnswer | undefined, response: NodeResponse, next: Next): void => {
    if (answer === undefined || !isFinal(answer)) {
      applyAtWriteHead(response, answer)
      next()
    } else if (!response.headersSent) {
      // Otherwise something else, such as a timeout, answered while a function or a lookup was asked.
      answerPreflight(response, answer)
    }
  }

  return (request, response, next) => {
    const answer = decide(readNodeRequest(request), request)
    if (!(answer instanceof Promise)) return respond(answer, response, next)
    // Whatever is written before there is an answer must not be what an outer policy says, nor be cached.
    applyAtWriteHead(response, failure)
    answer.then(
      (later) => respond(later, response, next),
      (error: unknown) => next(error),
    )
  }
}

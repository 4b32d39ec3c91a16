import {
  applyToResponse,
  beginHead,
  type CheckedInput,
  type CorsAnswer,
  type CorsInput,
  type CorsLiteral,
  compileOptions,
  type FetchRequest,
  isFinal,
  readFetchRequest,
} from '@cors/core/adapter'
import { answerOf, hasAnswer, setAnswer } from './answer-of-request.js'

/** Anything that makes a response of a request. Bun's may return `undefined` after an upgrade. */
export type FetchHandler<Request, Rest extends readonly unknown[], Result extends Response | undefined> = (
  request: Request,
  ...rest: Rest
) => Result | Promise<Result>

/** What `cors(options)` returns. */
export interface WithCors<NativeRequest extends FetchRequest = Request> {
  /**
   * A handler whose responses carry the policy's headers, and which answers preflights itself. What the handler
   * throws is thrown on as it is.
   */
  <Incoming extends NativeRequest, Rest extends readonly unknown[], Result extends Response | undefined>(
    handler: FetchHandler<Incoming, Rest, Result>,
  ): (request: Incoming, ...rest: Rest) => Promise<Response | Result>
  /**
   * The same headers on a response that was made outside of the handler, such as a framework's error page. It
   * returns that response, or a copy where it is immutable.
   */
  applyTo(request: NativeRequest, response: Response): Promise<Response>
}

/** Fetch handlers have no logger; every runtime has a console. See docs/decisions/0007-console-where-there-is-no-logger.md. */
declare const console: { error(error: unknown): void }
const logError = (error: unknown): void => console.error(error)

/**
 * What to copy a response with. Servers for Node put a class of their own in place of the global one. That of
 * `@hono/node-server` loses what a response of the runtime's own tells the server: that somebody else answers.
 */
const classOf = (response: Response): typeof Response => {
  const prototype: Response | null = Object.getPrototypeOf(response)
  // Of a subclass, or of what only looks like a response, nobody knows what its constructor takes.
  const isBase =
    Object.prototype.toString.call(response) === '[object Response]' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) === Object.prototype
  return isBase ? (prototype.constructor as typeof Response) : Response
}

/** The body is passed on as the stream that it is. */
const copy = (response: Response, body: Response['body']): Response => new (classOf(response))(body, response)

const apply = (response: Response, answer: CorsAnswer | undefined, head?: number): Response =>
  applyToResponse(response, answer, copy, head)

/** A middleware of Hono is called with a context, and an application is an object: neither can be wrapped. */
const checkHandler = (handler: unknown): void => {
  if (typeof handler === 'function') return
  const message =
    'What cors(…) returns wraps a function (request) => Response, such as app.fetch. It is no middleware.'
  throw new TypeError(message)
}

/** A response may be of another realm or library, so it is not asked whether it is an instance of this one's. */
const checkResponse = (value: unknown): void => {
  if (typeof value === 'object' && value !== null && 'headers' in value) return
  const what = value === null ? 'null' : `a value of type ${typeof value}`
  throw new TypeError(`The handler that cors(…) wraps must return a Response, not ${what}.`)
}

/**
 * CORS for Fetch handlers.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @throws CorsConfigError with every mistake in them
 */
export const cors = <
  NativeRequest extends FetchRequest = Request,
  const Input extends CorsLiteral<CorsInput<NativeRequest>> = CorsInput<NativeRequest>,
>(
  // Beside another array type the compiler would not take `[...rules, rule]` for the tuple that it is.
  options: ([Input] extends [readonly unknown[]] ? unknown : CorsLiteral<CorsInput<NativeRequest>>) &
    Input &
    CheckedInput<Input>,
): WithCors<NativeRequest> => {
  const { decide, failure } = compileOptions<NativeRequest>(options, logError)

  const withCors = <
    Incoming extends NativeRequest,
    Rest extends readonly unknown[],
    Result extends Response | undefined,
  >(
    handler: FetchHandler<Incoming, Rest, Result>,
  ) => {
    checkHandler(handler)
    return async (request: Incoming, ...rest: Rest): Promise<Response | Result> => {
      setAnswer(request, failure)
      const head = request.method === 'HEAD' ? beginHead() : undefined
      let answer: Awaited<ReturnType<typeof decide>>
      try {
        answer = await decide(readFetchRequest(request), request)
      } catch (error) {
        // Thrown on, a runtime would make a response of it that does not vary by origin.
        logError(error)
        return apply(new Response('Internal Server Error', { status: 500 }), failure)
      }
      if (answer !== undefined && isFinal(answer)) {
        return apply(new Response(null, { status: answer.status }), answer)
      }
      setAnswer(request, answer)
      const response = await handler(request, ...rest)
      // A handler within may have a policy of its own, which is nearer.
      if (response === undefined) return response
      checkResponse(response)
      return apply(response, answerOf(request), head)
    }
  }

  const applyTo = async (request: NativeRequest, response: Response): Promise<Response> => {
    if (!hasAnswer(request)) {
      // The request never reached the handler. It was answered otherwise, so even a preflight is no longer one.
      const actual = { ...readFetchRequest(request), accessControlRequestMethod: undefined }
      setAnswer(request, failure)
      try {
        setAnswer(request, await decide(actual, request))
      } catch (error) {
        logError(error)
      }
    }
    return apply(response, answerOf(request), request.method === 'HEAD' ? 0 : undefined)
  }

  return Object.assign(withCors, { applyTo })
}

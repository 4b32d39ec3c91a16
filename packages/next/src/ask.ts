import type { CorsRequest } from '@cors/core'
import {
  applyToResponse,
  type CompiledOptions,
  type CorsAnswer,
  isFinal,
  readFetchRequest,
} from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'

type Compiled = CompiledOptions<NextRequest>
type Decided = Awaited<ReturnType<Compiled['decide']>>

/** Next has no logger that could be asked for. */
export const logError = (error: unknown): void => console.error(error)

/** What the policy says, or the response that ends the request here. */
export const ask = async (
  { decide, failure }: Compiled,
  request: NextRequest,
  corsRequest: CorsRequest = readFetchRequest(request),
): Promise<Decided | Response> => {
  try {
    const answer = await decide(corsRequest, request)
    return answer !== undefined && isFinal(answer)
      ? write(new Response(null, { status: answer.status }), answer)
      : answer
  } catch (error) {
    // Thrown on, Next would make a response of it that says nothing of the origin to caches.
    logError(error)
    return write(new Response('Internal Server Error', { status: 500 }), failure)
  }
}

/**
 * The answer in the headers of a response; a copy passes the body on as the stream that it is.
 *
 * @param isBodyRead `false` for HEAD, whose response may therefore serve many requests
 */
export const write = (response: Response, answer: CorsAnswer | undefined, isBodyRead = true): Response =>
  applyToResponse<Response>(response, answer, (original) => new Response(original.body, original), isBodyRead)

import { applyToHeaders, type CorsAnswer } from '@cors/core/adapter'

/** A registered symbol: the ESM and the CommonJS build of this file may meet on one response. */
const DONE = Symbol.for('@cors/fetch/done')

/**
 * A response with the answer in its headers: itself, or a copy where it cannot be written to. A response that a
 * nearer policy has written to is left alone, also when its request was a copy of the outer one.
 */
export const applyToResponse = <Result extends Response | undefined>(
  response: Result,
  answer: CorsAnswer | undefined,
): Response | Result => {
  // No response, the result of an upgrade, or of `Response.error()`: nobody will read headers of it.
  if (response === undefined || isUpgradeOrError(response) || DONE in response) return response
  // Without a body it may be one constant for many requests, and what is written into it would reach them all.
  if (response.body === null) return markDone(apply(copy(response), answer))
  try {
    return markDone(apply(response, answer))
  } catch {
    // Immutable: made by `fetch` or by a cache.
    return markDone(apply(copy(response), answer))
  }
}

/** `new Response` takes neither status: these can only be passed on. */
const isUpgradeOrError = ({ status }: Response): boolean => status === 101 || status === 0

/** The body is passed on as the stream that it is. */
const copy = (response: Response): Response => new Response(response.body, response)

const apply = <Result extends Response>(response: Result, answer: CorsAnswer | undefined): Result => {
  if (answer !== undefined) applyToHeaders(response.headers, answer)
  return response
}

const markDone = <Result extends Response>(response: Result): Result =>
  Object.defineProperty(response, DONE, { value: true })

import type { CorsAnswer } from './cors-answer.js'
import { applyToHeaders, type FetchHeaders } from './fetch-message.js'

/** What is needed of a Fetch `Response`. */
export interface FetchResponse {
  readonly status: number
  readonly body: unknown
  readonly headers: FetchHeaders
}

/** A registered symbol: the ESM and the CommonJS build of this file, or two adapters, may meet on one response. */
const DONE = Symbol.for('@cors/fetch/done')

/**
 * A response with the answer in its headers: itself, or a copy where it must not be written to. A response that
 * a nearer policy has written to is left alone.
 *
 * @param copy makes the same response again, with headers that can be written to
 * @param isBodyRead whether the response can be sent only once; `false` for HEAD, which leaves its body as it is
 */
export const applyToResponse = <Result extends FetchResponse>(
  response: Result,
  answer: CorsAnswer | undefined,
  copy: (response: Result) => Result,
  isBodyRead = true,
): Result => {
  // The result of an upgrade, or of `Response.error()`: it can only be passed on, and nobody reads its headers.
  if (response.status === 101 || response.status === 0 || DONE in response) return response
  // It may be one constant for many requests, and what is written into it would reach them all.
  if (!isBodyRead || response.body === null) return apply(copy(response), answer)
  try {
    return apply(response, answer)
  } catch {
    // Immutable: made by `fetch` or by a cache.
    return apply(copy(response), answer)
  }
}

const apply = <Result extends FetchResponse>(response: Result, answer: CorsAnswer | undefined): Result => {
  if (answer !== undefined) applyToHeaders(response.headers, answer)
  return Object.defineProperty(response, DONE, { value: true })
}

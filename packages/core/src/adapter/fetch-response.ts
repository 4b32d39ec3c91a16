import type { CorsAnswer } from './cors-answer.js'
import { applyToHeaders, type FetchHeaders } from './fetch-message.js'

/** What is needed of a Fetch `Response`. */
export interface FetchResponse {
  readonly status: number
  readonly body: { readonly locked: boolean } | null
  readonly bodyUsed: boolean
  readonly headers: FetchHeaders
  clone(): { readonly body: { cancel(): Promise<unknown> } | null }
}

/**
 * On a response: how many HEAD requests had begun when it was written to. On the global object: how many have by now.
 * Registered symbols, because the ESM and the CommonJS build of this file, or two adapters, may meet on one response.
 */
const DONE = Symbol.for('@cors/fetch/done')
const HEADS = Symbol.for('@cors/fetch/heads')

interface MarkedResponse extends FetchResponse {
  readonly [DONE]?: number
}

const counted = globalThis as { [HEADS]?: number }

const headsBegun = (): number => counted[HEADS] ?? 0

/**
 * To be called before the handler of a HEAD request is. One response may serve GET first and then HEAD, which leaves
 * its body unread: what was written into it before this call was another request's.
 *
 * @returns what {@link applyToResponse} takes for this request
 */
export const beginHead = (): number => {
  counted[HEADS] = headsBegun() + 1
  return headsBegun()
}

/**
 * A response with the answer in its headers: itself, or a copy where it must not be written to. A response that
 * a nearer policy has written to is left alone.
 *
 * @param copy makes the same response again, with this body and headers that can be written to
 * @param head for HEAD only: what {@link beginHead} returned, or 0 where it was not called
 */
export const applyToResponse = <Result extends FetchResponse>(
  response: Result,
  answer: CorsAnswer | undefined,
  copy: (response: Result, body: Result['body'] | null) => Result,
  head?: number,
): Result => {
  // The result of an upgrade, or of `Response.error()`: it can only be passed on, and nobody reads its headers.
  if (response.status === 101 || response.status === 0) return response
  const done = (response as MarkedResponse)[DONE]
  if (done !== undefined && (head === undefined || done >= head)) return response
  // It may be one constant for many requests, and what is written into it would reach them all.
  if (head !== undefined) return apply(copy(response, unreadBody(response)), answer)
  if (isBodyless(response)) return apply(copy(response, null), answer)
  // Deno 2.9 sends a text, once `body` was looked at, in pieces and without its length. A copy it sends as before.
  if ('Deno' in globalThis && unreadBody(response) !== null)
    return apply(copy(response, response.body), answer)
  try {
    return apply(response, answer)
  } catch {
    // Immutable: made by `fetch` or by a cache.
    return apply(copy(response, response.body), answer)
  }
}

/**
 * Bun 1.4 sends a text that has no type as `text/plain`, but as `application/octet-stream`, which browsers download,
 * once somebody has looked at `body`. So there the body of a clone is looked at.
 */
const isBodyless = (response: FetchResponse): boolean => {
  if (!('Bun' in globalThis) || response.bodyUsed || response.headers.get('content-type') !== null) {
    return response.body === null
  }
  const { body } = response.clone()
  // Settled when the original's is.
  body?.cancel().catch(() => {})
  return body === null
}

/** A body that was read already cannot be passed on, and HEAD sends none. */
const unreadBody = <Body extends FetchResponse['body']>(response: {
  readonly body: Body
  readonly bodyUsed: boolean
}): Body | null => (response.bodyUsed || response.body?.locked === true ? null : response.body)

const apply = <Result extends FetchResponse>(response: Result, answer: CorsAnswer | undefined): Result => {
  if (answer !== undefined) applyToHeaders(response.headers, answer)
  return Object.defineProperty(response, DONE, { value: headsBegun() })
}

import { type CorsAnswer, isCorsResponseHeader } from './cors-answer.js'
import { flatHead } from './flat-head.js'
import type { NodeResponse } from './node-message.js'
import { type GivenHeaders, mergeInto, mergeIntoFlat } from './write-head-arguments.js'

/** Registered symbols: the ESM and the CommonJS build of this file may meet on one response. */
const ANSWER = Symbol.for('@cors/core/answer')
const WRITE_HEAD = Symbol.for('@cors/core/write-head')

type Method = (this: unknown, ...args: unknown[]) => unknown

interface PreparedResponse extends NodeResponse {
  /** `null` once an answer was taken back. */
  [ANSWER]?: CorsAnswer | null
  /** What somebody else had put in place of `writeHead` before. */
  [WRITE_HEAD]?: Method
  /** Of HTTP/2's responses only. */
  readonly stream?: unknown
}

/**
 * Have an answer written when the response's head is. Whatever a handler, an error handler or a raw
 * `writeHead` does before: the CORS headers are then the policy's, and `Vary` has all members. A second call
 * replaces the first; `undefined` takes it back.
 *
 * Rejected: `setHeader` at once (error handlers of Koa and Express wipe it, a later `Vary` replaces ours), and
 * a closure for each response (twice the cost of one shared function).
 */
export const applyAtWriteHead = (response: NodeResponse, answer: CorsAnswer | undefined): void => {
  const prepared = response as PreparedResponse
  if (prepared[ANSWER] === undefined) {
    if (answer === undefined) return
    const present = response.writeHead as Method
    if (present !== inherited(response)) prepared[WRITE_HEAD] = present
    response.writeHead = writeHead as NodeResponse['writeHead']
  }
  prepared[ANSWER] = answer ?? null
}

/** Of the response's class, of which a framework may have made a subclass. */
const inherited = (response: NodeResponse): Method =>
  (Object.getPrototypeOf(response) as { readonly writeHead: Method }).writeHead

function writeHead(this: PreparedResponse, status: number, reason?: unknown, headers?: unknown): unknown {
  // What would be called if no adapter were there.
  const original = this[WRITE_HEAD] ?? inherited(this)
  const answer = this[ANSWER]
  if (answer === undefined || answer === null || this.headersSent) {
    return original.call(this, status, reason, headers)
  }
  // As Node reads its arguments: the reason may be left out.
  const hasReason = typeof reason === 'string'
  const given = (headers ?? (hasReason ? undefined : reason)) as GivenHeaders | undefined | null
  const head =
    given === undefined || given === null ? setHeaders(this, answer) : mergeHeaders(this, answer, given)
  if (head === undefined) return hasReason ? original.call(this, status, reason) : original.call(this, status)
  return hasReason ? original.call(this, status, reason, head) : original.call(this, status, head)
}

const mergeHeaders = (response: PreparedResponse, answer: CorsAnswer, given: GivenHeaders): GivenHeaders => {
  const varySet = removeOthers(response, answer, response.getHeaderNames())
  return takesFlatArray(response) ? mergeIntoFlat(given, answer, varySet) : mergeInto(given, answer, varySet)
}

/** Where nothing was set before, the headers are returned instead, for a call that costs half of setting them. */
const setHeaders = (response: PreparedResponse, answer: CorsAnswer): readonly string[] | undefined => {
  const names = response.getHeaderNames()
  if (names.length === 0 && takesFlatArray(response)) return flatHead(answer, undefined)
  const head = flatHead(answer, removeOthers(response, answer, names))
  // By index, here and below: on every response, iterators cost as much as the headers' own checks.
  for (let index = 0; index < head.length; index += 2) {
    response.setHeader(head[index] as string, head[index + 1] as string)
  }
  return undefined
}

/**
 * Remove what is the policy's to write.
 *
 * @param names of all headers that were set, in lower case
 * @returns the `Vary` among them
 */
const removeOthers = (response: NodeResponse, { headers }: CorsAnswer, names: readonly string[]): unknown => {
  let varySet: unknown
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string
    if (name === 'vary') varySet = response.getHeader(name)
    else if (headers !== undefined && isCorsResponseHeader(name)) response.removeHeader(name)
  }
  return varySet
}

/**
 * Node's own `writeHead` takes one; what others put in its place may not (`on-headers` before 1.1 splits the
 * names into letters), and the one of HTTP/2 does not in every version.
 */
const takesFlatArray = (response: PreparedResponse): boolean =>
  response[WRITE_HEAD] === undefined && response.stream === undefined

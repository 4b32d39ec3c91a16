import { type CorsAnswer, isCorsResponseHeader } from './cors-answer.js'
import { mergeVary } from './merge-vary.js'
import type { NodeResponse } from './node-message.js'
import { type GivenHeaders, mergeInto } from './write-head-arguments.js'

/** Registered symbols: the ESM and the CommonJS build of this file may meet on one response. */
const ANSWER = Symbol.for('@cors/core/answer')
const WRITE_HEAD = Symbol.for('@cors/core/write-head')

type Method = (this: unknown, ...args: unknown[]) => unknown

interface PreparedResponse extends NodeResponse {
  [ANSWER]?: CorsAnswer | undefined
  [WRITE_HEAD]?: Method
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
  if (prepared[WRITE_HEAD] === undefined) {
    if (answer === undefined) return
    prepared[WRITE_HEAD] = response.writeHead as Method
    response.writeHead = writeHead as NodeResponse['writeHead']
  }
  prepared[ANSWER] = answer
}

function writeHead(this: PreparedResponse, status: number, reason?: unknown, headers?: unknown): unknown {
  const original = this[WRITE_HEAD] as Method
  const answer = this[ANSWER]
  // As Node reads its arguments: the reason may be left out.
  const given = (headers ?? (typeof reason === 'string' ? undefined : reason)) as
    | GivenHeaders
    | undefined
    | null
  if (answer === undefined || this.headersSent) return original.call(this, status, reason, headers)
  if (given === undefined || given === null) {
    setHeaders(this, answer)
    return typeof reason === 'string' ? original.call(this, status, reason) : original.call(this, status)
  }
  removeOthers(this, answer)
  const merged = mergeInto(given, answer, this.getHeader('vary'))
  return typeof reason === 'string'
    ? original.call(this, status, reason, merged)
    : original.call(this, status, merged)
}

const setHeaders = (response: NodeResponse, answer: CorsAnswer): void => {
  removeOthers(response, answer)
  for (const [name, value] of answer.headers ?? []) response.setHeader(name, value)
  if (answer.vary.length > 0) response.setHeader('vary', mergeVary(response.getHeader('vary'), answer.vary))
}

const removeOthers = (response: NodeResponse, answer: CorsAnswer): void => {
  if (answer.headers === undefined) return
  for (const name of response.getHeaderNames()) if (isCorsResponseHeader(name)) response.removeHeader(name)
}

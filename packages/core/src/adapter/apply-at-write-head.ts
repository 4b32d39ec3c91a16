import { type CorsAnswer, isCorsResponseHeader } from './cors-answer.js'
import type { NodeResponse } from './node-message.js'
import { type Method, takesFlatArray } from './takes-flat-array.js'
import { type GivenHeaders, mergeInto, mergeIntoFlat } from './write-head-arguments.js'
import { headOf, type WrittenAnswer, writtenAnswer } from './written-answer.js'

/** Registered symbols: the ESM and the CommonJS build of this file may meet on one response. */
const ANSWER = Symbol.for('@cors/core/answer')
const WRITE_HEAD = Symbol.for('@cors/core/write-head')
const SEEN: unique symbol = Symbol.for('@cors/core/seen')

interface Seen {
  /** Somebody else's function in place of a response's `writeHead`. */
  others: boolean
}

/** Of the process, so that both builds know what either has seen. */
const ofProcess = globalThis as { [SEEN]?: Seen }
const seen = ofProcess[SEEN] ?? { others: false }
ofProcess[SEEN] = seen

/** What stands in place of a response's `writeHead`. */
type WriteHead = ((
  this: PreparedResponse,
  status: number,
  reason?: unknown,
  headers?: unknown,
) => unknown) & {
  [ANSWER]?: CorsAnswer | null
}

interface PreparedResponse extends NodeResponse {
  /** Counts instead of what stands on the function; `null` once an answer was taken back. */
  [ANSWER]?: CorsAnswer | null
  /** What somebody else had put in place of `writeHead` before. */
  [WRITE_HEAD]?: Method
}

/**
 * Have an answer written when the response's head is. Whatever a handler, an error handler or a raw
 * `writeHead` does before: the CORS headers are then the policy's, and `Vary` has all members. A second call
 * replaces the first; `undefined` takes it back.
 *
 * A property more on a response costs as much as a header, and ten times that on Express, which changes the
 * response's prototype. So in the usual case the function is all that is put there, and brings the answer along.
 *
 * Rejected: `setHeader` at once (error handlers of Koa and Express wipe it, a later `Vary` replaces ours), and
 * a closure for each response (twice the cost of one for each answer, which most responses share).
 * See docs/decisions/0002-written-when-the-head-is.md.
 */
export const applyAtWriteHead = (response: NodeResponse, answer: CorsAnswer | undefined): void => {
  const prepared = response as PreparedResponse
  const present = response.writeHead as Method & WriteHead
  if (isNobodyElses(prepared, present)) {
    if (answer !== undefined) response.writeHead = writeHeadOf(answer) as NodeResponse['writeHead']
    else if (present[ANSWER] !== undefined) response.writeHead = reserved as NodeResponse['writeHead']
    return
  }
  applyBesideOthers(prepared, present, answer)
}

/**
 * Write the head now, with an answer. As if {@link applyAtWriteHead} had been called before, but where nobody else's
 * function is there, nothing is put on a response that is over with this.
 */
export const writeHeadWith = (response: NodeResponse, answer: CorsAnswer, status: number): void => {
  if (isNobodyElses(response, response.writeHead as Method & WriteHead)) {
    writeHeadOf(answer).call(response, status)
  } else {
    applyAtWriteHead(response, answer)
    ;(response.writeHead as (status: number) => unknown)(status)
  }
}

/**
 * Put a function that does nothing yet where {@link applyAtWriteHead} will put one: for a framework that gives
 * responses another prototype. Up to Node 22, V8 then makes a hidden class of each response's own for each property
 * that is added later (4 µs and 1.4 KB a request on Express); one that is there already is only changed.
 * See docs/decisions/0018-a-place-before-express-changes-the-prototype.md.
 */
export const reserveWriteHead = (response: NodeResponse): void => {
  if (response.writeHead === inherited(response)) response.writeHead = reserved as NodeResponse['writeHead']
}

/** The rare half, a function of its own so that V8 compiles the usual one into its callers. */
const applyBesideOthers = (
  prepared: PreparedResponse,
  present: Method & WriteHead,
  answer: CorsAnswer | undefined,
): void => {
  seen.others = true
  prepared[ANSWER] = answer ?? null
  // Somebody else's function may have ours within: then both write the same answer, or none where it was taken back.
  if (answer === undefined || present[ANSWER] !== undefined || prepared[WRITE_HEAD] !== undefined) return
  prepared[WRITE_HEAD] = present
  prepared.writeHead = writeHeadAround as NodeResponse['writeHead']
}

/**
 * Nor has anybody else's been there, which may have ours within. Only then a response can have an answer of its own.
 * Until any had, none is asked: to find nothing takes half a microsecond on Express, where V8 remembers no place.
 */
const isNobodyElses = (response: PreparedResponse, present: Method & WriteHead): boolean =>
  (!seen.others || response[ANSWER] === undefined) &&
  (present === inherited(response) || present[ANSWER] !== undefined)

/** Of the response's class, of which a framework may have made a subclass. */
const inherited = (response: NodeResponse): Method =>
  (Object.getPrototypeOf(response) as { readonly writeHead: Method }).writeHead

const functions = new WeakMap<CorsAnswer, WriteHead>()

/** The last one, because a page asks for more than one thing, and to look it up takes 100 instructions. */
let last: WriteHead | undefined

const writeHeadOf = (answer: CorsAnswer): WriteHead => {
  if (last !== undefined && last[ANSWER] === answer) return last
  let known = functions.get(answer)
  if (known === undefined) {
    const own = writtenAnswer(answer)
    known = function writeHead(status, reason, headers) {
      const written = seen.others ? writtenOn(this, own) : own
      return write(this, undefined, written, status, reason, headers)
    } as WriteHead
    known[ANSWER] = answer
    functions.set(answer, known)
  }
  last = known
  return known
}

/** @param own of the function that was called */
const writtenOn = (response: PreparedResponse, own: WrittenAnswer): WrittenAnswer | null => {
  const answer = response[ANSWER]
  return answer === undefined ? own : answer && writtenAnswer(answer)
}

const writeHeadAround: WriteHead = function writeHead(status, reason, headers) {
  const answer = this[ANSWER]
  const written = answer ? writtenAnswer(answer) : null
  return write(this, this[WRITE_HEAD], written, status, reason, headers)
}
writeHeadAround[ANSWER] = null

const reserved: WriteHead = function writeHead(status, reason, headers) {
  return write(this, undefined, null, status, reason, headers)
}
reserved[ANSWER] = null

const write = (
  response: PreparedResponse,
  other: Method | undefined,
  answer: WrittenAnswer | null,
  status: number,
  reason: unknown,
  headers: unknown,
): unknown => {
  // Asked before the class is: V8 then knows it, which takes 200 instructions off.
  const isSent = response.headersSent
  const original = other ?? inherited(response)
  if (answer === null || isSent) return original.call(response, status, reason, headers)
  // As Node reads its arguments: the reason may be left out.
  const hasReason = typeof reason === 'string'
  const given = (headers ?? (hasReason ? undefined : reason)) as GivenHeaders | undefined | null
  const isFlat = takesFlatArray(response, original)
  const head =
    given === undefined || given === null
      ? setHeaders(response, answer, isFlat)
      : mergeHeaders(response, answer, given, isFlat)
  if (hasReason) return callWithReason(response, original, status, reason, head)
  return head === undefined ? original.call(response, status) : original.call(response, status, head)
}

/** Rare, and a function of its own, because V8 takes only so much into one. */
const callWithReason = (
  response: PreparedResponse,
  original: Method,
  status: number,
  reason: string,
  head: GivenHeaders | undefined,
): unknown =>
  head === undefined ? original.call(response, status, reason) : original.call(response, status, reason, head)

const mergeHeaders = (
  response: PreparedResponse,
  answer: WrittenAnswer,
  given: GivenHeaders,
  isFlat: boolean,
): GivenHeaders => {
  const names = response.getHeaderNames()
  const varySet = removeOthers(response, answer, names)
  // Where headers are set, Node sets those of an object beside them, so that of two spellings of a name the last one
  // counts. Of a flat array it has come to keep both (seen on 24): two lengths would make a response unreadable.
  const isObject = names.length > 0 && !Array.isArray(given)
  return isFlat && !isObject ? mergeIntoFlat(given, answer, varySet) : mergeInto(given, answer, varySet)
}

/**
 * Where nothing was set before, the headers are returned instead, for a call that costs half of setting them.
 * See docs/decisions/0006-one-call-where-nothing-was-set.md.
 */
const setHeaders = (
  response: PreparedResponse,
  answer: WrittenAnswer,
  isFlat: boolean,
): readonly string[] | undefined => {
  const names = response.getHeaderNames()
  // A copy, which is the caller's to write into: some put a function of their own over Node's, and add headers.
  // Rejected: one frozen array, which makes them fail, and which V8 reads a hundred instructions a member slower.
  if (names.length === 0 && isFlat) return answer.head.slice()
  const head = headOf(answer, removeOthers(response, answer, names))
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

import { type CorsAnswer, isCorsResponseHeader } from './cors-answer.js'
import { headOf, type WrittenAnswer } from './written-answer.js'

/** The headers that `writeHead` takes: an object, a flat array of names and values, or (undocumented) an array of pairs. */
export type GivenHeaders = Record<string, unknown> | readonly unknown[]

/**
 * The headers of a `writeHead` call with an answer merged into them, as a flat array. The caller's own are never
 * written to: they may be a constant of theirs.
 *
 * @param varySet the `Vary` that was set before the call, which a `Vary` in the call replaces
 */
export const mergeIntoFlat = (given: GivenHeaders, answer: WrittenAnswer, varySet: unknown): unknown[] => {
  const head: unknown[] = []
  let vary: unknown[] | undefined
  if (!Array.isArray(given)) {
    // A loop and no copy of the object or its keys: a spread costs ten times as much.
    const headers = given as Record<string, unknown>
    for (const name in headers) {
      // In such a loop V8 knows the answer to just these words, which with `Object.hasOwn` takes 120 instructions.
      // biome-ignore lint/suspicious/noPrototypeBuiltins: asked about each header of each Fastify response
      if (Object.prototype.hasOwnProperty.call(headers, name))
        vary = keep(head, vary, answer, name, headers[name])
    }
  } else if (Array.isArray(given[0])) {
    for (const [name, value] of given as [string, unknown][]) vary = keep(head, vary, answer, name, value)
  } else {
    for (let index = 0; index < given.length; index += 2) {
      vary = keep(head, vary, answer, given[index] as string, given[index + 1])
    }
  }
  const own = headOf(answer, vary ?? varySet)
  for (let index = 0; index < own.length; index++) head.push(own[index])
  if (answer.vary.length === 0) for (const value of vary ?? []) head.push('vary', value)
  return head
}

/**
 * File one given header: under `vary`, or in the head unless it is the policy's to write.
 *
 * @returns what is filed under `vary`; most calls have none
 */
const keep = (
  head: unknown[],
  vary: unknown[] | undefined,
  answer: CorsAnswer,
  name: string,
  value: unknown,
): unknown[] | undefined => {
  if (name.length === 4 && name.toLowerCase() === 'vary') return [...(vary ?? []), value]
  if (answer.headers === undefined || !isCorsResponseHeader(name)) head.push(name, value)
  return vary
}

/** As {@link mergeIntoFlat}, in the form in which the headers came: for a `writeHead` that may not know the others. */
export const mergeInto = (given: GivenHeaders, answer: WrittenAnswer, varySet: unknown): GivenHeaders => {
  const head = mergeIntoFlat(given, answer, varySet)
  // An empty array tells no form, and an object is what every one of them knows.
  const form = Array.isArray(given) ? given[0] : undefined
  if (form !== undefined && !Array.isArray(form)) return head
  const pairs: [string, unknown][] = []
  for (let index = 0; index < head.length; index += 2) pairs.push([head[index] as string, head[index + 1]])
  return form === undefined ? Object.fromEntries(pairs) : pairs
}

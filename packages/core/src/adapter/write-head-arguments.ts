import { type CorsAnswer, isCorsResponseHeader } from './cors-answer.js'
import { mergeVary } from './merge-vary.js'

/** The headers that `writeHead` takes: an object, a flat array of names and values, or (undocumented) an array of pairs. */
export type GivenHeaders = Record<string, unknown> | readonly unknown[]

/** The caller's own headers are never written to: they may be a constant of theirs. */
type Merge<Headers extends GivenHeaders> = (
  given: Headers,
  answer: CorsAnswer,
  varySet: unknown,
) => GivenHeaders

const isVary = (name: string): boolean => name.length === 4 && name.toLowerCase() === 'vary'

/**
 * The headers of a `writeHead` call with an answer merged into them, in the form in which they came.
 *
 * @param varySet the `Vary` that was set before the call, which a `Vary` in the call replaces
 */
export const mergeInto: Merge<GivenHeaders> = (given, answer, varySet) => {
  if (!Array.isArray(given)) return mergeIntoObject(given as Record<string, unknown>, answer, varySet)
  return Array.isArray(given[0])
    ? mergeIntoPairs(given as readonly Pair[], answer, varySet)
    : mergeIntoFlat(given, answer, varySet)
}

const mergeIntoObject: Merge<Record<string, unknown>> = (given, answer, varySet) => {
  const headers = { ...given }
  let vary = varySet
  for (const name in headers) {
    if (isVary(name)) vary = headers[name]
    else if (answer.headers === undefined || !isCorsResponseHeader(name)) continue
    delete headers[name]
  }
  for (const [name, value] of answer.headers ?? []) headers[name] = value
  const merged = answer.vary.length > 0 ? mergeVary(vary, answer.vary) : vary
  if (merged !== undefined) headers['vary'] = merged
  return headers
}

type Pair = readonly [name: string, value: unknown]

const mergeIntoPairs = (given: readonly Pair[], answer: CorsAnswer, varySet: unknown): readonly Pair[] => {
  const kept: Pair[] = []
  const varyGiven: unknown[] = []
  for (const pair of given) {
    if (isVary(pair[0])) varyGiven.push(pair[1])
    else if (answer.headers === undefined || !isCorsResponseHeader(pair[0])) kept.push(pair)
  }
  const vary = varyGiven.length > 0 ? varyGiven : varySet
  const merged = answer.vary.length > 0 ? mergeVary(vary, answer.vary) : vary
  return [...kept, ...(answer.headers ?? []), ...(merged === undefined ? [] : [['vary', merged] as const])]
}

const mergeIntoFlat: Merge<readonly unknown[]> = (given, answer, varySet) => {
  const pairs: Pair[] = []
  for (let index = 0; index < given.length; index += 2) pairs.push([given[index] as string, given[index + 1]])
  return mergeIntoPairs(pairs, answer, varySet).flat()
}

import type { CorsAnswer } from './cors-answer.js'
import { mergeVary } from './merge-vary.js'

/** Most answers serve many requests, so each is written out once. */
const written = new WeakMap<CorsAnswer, readonly string[]>()

/**
 * The headers of an answer in the form of which Node's `writeHead` is fastest: names and values alternate.
 *
 * @param vary the `Vary` that the response has, to merge the answer's into; `undefined` if it has none
 */
export const flatHead = (answer: CorsAnswer, vary: unknown): readonly string[] => {
  if (vary !== undefined) return writeOut(answer, vary)
  let head = written.get(answer)
  if (head === undefined) {
    // Frozen: it is handed to whatever the application has made of Node's `writeHead`, for one request after another.
    head = Object.freeze(writeOut(answer, undefined))
    written.set(answer, head)
  }
  return head
}

const writeOut = ({ headers, vary }: CorsAnswer, existing: unknown): readonly string[] => [
  ...(headers ?? []).flat(),
  ...(vary.length > 0 ? ['vary', mergeVary(existing, vary)] : []),
]

import type { CorsAnswer } from './cors-answer.js'
import { mergeVary } from './merge-vary.js'

/** Most answers serve many requests, so each is written out once. */
const written = new WeakMap<CorsAnswer, readonly string[]>()

/** The headers of an answer in the form of which Node's `writeHead` is fastest: names and values alternate. */
export const flatHead = (answer: CorsAnswer): readonly string[] => {
  let head = written.get(answer)
  if (head === undefined) {
    const vary = answer.vary.length > 0 ? ['vary', mergeVary(undefined, answer.vary)] : []
    // Frozen: it is handed to whatever the application has made of Node's `writeHead`, for one request after another.
    head = Object.freeze([...(answer.headers ?? []).flat(), ...vary])
    written.set(answer, head)
  }
  return head
}

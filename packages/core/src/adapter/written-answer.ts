import type { CorsAnswer } from './cors-answer.js'
import { mergeVary } from './merge-vary.js'

/** An answer, and its headers in the form of which Node's `writeHead` is fastest: names and values alternate. */
export interface WrittenAnswer extends CorsAnswer {
  /** Where the response has no `Vary` of its own. One array for many responses: what is handed over is a copy. */
  readonly head: readonly string[]
}

/** Most answers serve many requests, so each is written out once. */
const written = new WeakMap<CorsAnswer, WrittenAnswer>()

export const writtenAnswer = (answer: CorsAnswer): WrittenAnswer => {
  let known = written.get(answer)
  if (known === undefined) {
    const { headers, vary } = answer
    known = { headers, vary, head: writeOut(answer, undefined) }
    written.set(answer, known)
  }
  return known
}

/** @param vary the `Vary` that the response has, to merge the answer's into; `undefined` if it has none */
export const headOf = (answer: WrittenAnswer, vary: unknown): readonly string[] =>
  vary === undefined ? answer.head : writeOut(answer, vary)

const writeOut = ({ headers, vary }: CorsAnswer, existing: unknown): readonly string[] => [
  ...(headers ?? []).flat(),
  ...(vary.length > 0 ? ['vary', mergeVary(existing, vary)] : []),
]

import type { Deviations } from '../meaning/known-differences.js'
import { describe, type Judged } from './judge.js'
import type { Batch } from './run-batch.js'

/** What all batches of a subject came to. */
export class Tally {
  cases = 0
  readonly readable: { yes: number; no: number } = { yes: 0, no: 0 }
  readonly shown: Map<keyof Deviations, number> = new Map()
  /** In words; the first few are enough to see what is wrong. */
  readonly disagreements: string[] = []

  add({ judged, runs }: Batch, source: string): void {
    for (const each of judged) this.#addCase(each, source)
    if (runs.expected !== runs.observed) {
      this.disagreements.push(
        `${source}: ${runs.observed} handlers ran in place of ${runs.expected} under ` +
          JSON.stringify(judged[0]?.situation.policy),
      )
    }
  }

  #addCase(judged: Judged, source: string): void {
    this.cases++
    this.readable[judged.expected.readable ? 'yes' : 'no']++
    for (const name of judged.shows) this.shown.set(name, (this.shown.get(name) ?? 0) + 1)
    if (judged.differences.length > 0) this.disagreements.push(`${source}: ${describe(judged)}`)
  }
}

import type { Comparison } from './comparison.js'
import type { Refusal } from './refusal.js'

/** One thing that the browser did or checked. */
export interface TraceStep {
  readonly text: string
  /** Absent where nothing was checked. */
  readonly passed?: boolean
  /** The response header that decided, in lower case. */
  readonly header?: string
  readonly compared?: Comparison
  readonly spec: string
}

/** The steps of one fetch, in the order in which they happened. */
export class Trace {
  readonly steps: TraceStep[] = []

  did(text: string, spec: string): void {
    this.steps.push({ text, spec })
  }

  passed(text: string, spec: string, more: Pick<TraceStep, 'header' | 'compared'> = {}): void {
    this.steps.push({ text, passed: true, ...more, spec })
  }

  refused({ message, header, compared, spec }: Refusal): void {
    this.steps.push({
      text: message,
      passed: false,
      ...(header === undefined ? {} : { header }),
      ...(compared === undefined ? {} : { compared }),
      spec,
    })
  }
}

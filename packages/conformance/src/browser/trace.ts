import type { Refusal } from './refusal.js'

/** One thing that the browser did or checked. */
export interface TraceStep {
  readonly text: string
  /** Absent where nothing was checked. */
  readonly passed?: boolean
  /** The response header that decided, in lower case. */
  readonly header?: string
  readonly spec: string
}

/** The steps of one fetch, in the order in which they happened. */
export class Trace {
  readonly steps: TraceStep[] = []

  did(text: string, spec: string): void {
    this.steps.push({ text, spec })
  }

  passed(text: string, spec: string, header?: string): void {
    this.steps.push({ text, passed: true, spec, ...(header === undefined ? {} : { header }) })
  }

  refused(refusal: Refusal): void {
    const { message, spec, header } = refusal
    this.steps.push({ text: message, passed: false, spec, ...(header === undefined ? {} : { header }) })
  }
}

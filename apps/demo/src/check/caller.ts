import type { CallResult } from '../results/call-result.js'
import type { DemoPage } from '../server/description.js'

/** Makes the calls of a page: a browser, or the model of one. */
export interface Caller {
  /** For the report: what made them. */
  readonly name: string
  /** All calls of the page to all services, in order. */
  visit(page: DemoPage): Promise<readonly CallResult[]>
  close(): Promise<void>
}

/** What was expected of a header, or of a status, and what was there. */
export interface Comparison {
  readonly expected: string
  /** `null`: the header is absent. */
  readonly actual: string | null
}

import type { CaseRequest } from '@cors/conformance'

/** One request that all services must answer alike, and as the shop and its policies define. */
export interface ComparisonCase {
  readonly title: string
  readonly request: CaseRequest
  /**
   * What must come back, as `comparedLines` has it: the status, every CORS response header, the members of `Vary`
   * that a policy names. Where there is no line for the status, frameworks have their own.
   */
  readonly expected: readonly string[]
}

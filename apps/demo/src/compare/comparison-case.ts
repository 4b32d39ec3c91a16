import type { CaseRequest } from '@cors/conformance'

/** One request that all services must answer alike. */
export interface ComparisonCase {
  readonly title: string
  readonly request: CaseRequest
  readonly isPreflight: boolean
  /** Where the shop defines it. Frameworks have their own for what it does not offer. */
  readonly status?: number
  /** CORS is off there: frameworks have statuses of their own for a preflight that nobody answers. */
  readonly isOff: boolean
  /**
   * Keyed by no origin: the answer has no `Vary: Origin`, unless a function chose the policy. As the function is
   * the application's own, the adapter cannot know that it does not look at `Origin`.
   */
  readonly isConstant: boolean
}

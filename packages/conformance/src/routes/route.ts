import type { CorsConfig } from '@cors/core'
import type { Behaviour } from './behaviour.js'

/** One route of the application that each subject offers, in its framework's own idiom. */
export interface ConformanceRoute {
  /** An HTTP method, or `*` for a catch-all of every method. */
  readonly method: string
  /** Exact, but for `/things/:id` (one parameter) and `/*` (everything that no other route has). */
  readonly path: string
  readonly behaviour: Behaviour
  /** A policy of its own; `false` switches CORS off; absent: the application's. */
  readonly policy?: CorsConfig | false
}

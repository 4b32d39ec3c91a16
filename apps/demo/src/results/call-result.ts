import type { Advice } from '../explain/advise.js'
import type { Exchange, HeaderField } from './exchange.js'

/** What the script of the page got. */
export type ScriptOutcome =
  | {
      readonly readable: true
      readonly status: number
      /** All that the script sees. */
      readonly headers: readonly HeaderField[]
      readonly body: string
    }
  /** A script is never told why. */
  | { readonly readable: false; readonly error: string }

/** One step of the Fetch standard. */
export interface Step {
  readonly text: string
  /** Absent where nothing was checked. */
  readonly passed?: boolean
  readonly spec: string
}

/** What the script is never told: what the standard makes of the recorded exchanges. */
export interface Explanation {
  /** By the standard. It must be what the browser did. */
  readonly readable: boolean
  /** Why not. */
  readonly refusal?: string
  /** The response header that decided, in lower case. */
  readonly header?: string
  /** What would have to change in the policy, had it meant to allow this. Absent where the script may read. */
  readonly advice?: Advice
  readonly steps: readonly Step[]
}

/** One call of a page to a service, and what came of it. */
export interface CallResult {
  readonly service: string
  /** The call's id. */
  readonly call: string
  readonly exchanges: readonly Exchange[]
  readonly script: ScriptOutcome
  readonly explanation: Explanation
}

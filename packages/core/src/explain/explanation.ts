import type { Refusal, TraceStep } from '../browser-model/index.js'
import type { CorsConfig } from '../config/cors-config.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import type { CorsRequest } from '../protocol/cors-request.js'

/** What a policy says about a request, why, and what a browser makes of it. Plain data. */
export interface Explanation {
  readonly request: CorsRequest
  /** The same as `policy.evaluate(request, context)`. */
  readonly decision: CorsDecision
  /**
   * The index of the rule that decided, 0 where there is only one; absent where none did. Where several rules
   * have lookup functions, the first of those that may have said yes.
   */
  readonly rule?: number
  /** The server's half: what the policy checked, in order. */
  readonly steps: readonly TraceStep[]
  /** The browser's half. Absent where the request is no CORS request: the browser then checks nothing. */
  readonly browser?: {
    /** A request without credentials, as `fetch` makes it across origins by default. */
    readonly anonymous: BrowserVerdict
    /** With `credentials: 'include'`, or an XMLHttpRequest with `withCredentials`. */
    readonly credentialed: BrowserVerdict
  }
}

/** What a browser makes of the answer, by the Fetch standard. */
export interface BrowserVerdict {
  /** To a preflight: is the request sent? Otherwise: may the script read the response? */
  readonly allowed: boolean
  /** The checks of the Fetch standard, in its order, to the first that failed. */
  readonly steps: readonly TraceStep[]
  /** The check that failed, and the header that decided. Absent where `allowed`. */
  readonly refusal?: Refusal
  /** Which headers of the response a script may read besides the safelisted ones, in lower case. `'*'` is all. */
  readonly exposedHeaders?: '*' | readonly string[]
  /** For how many seconds the answer to a preflight may be kept. */
  readonly maxAge?: number
  /** What would make it a yes. Absent where `allowed`, and where no configuration does: `advice` says why. */
  readonly change?: ConfigChange
  /** What to do besides, or instead. */
  readonly advice?: string
}

/** All edits together make the browser's verdict a yes. */
export interface ConfigChange {
  readonly edits: readonly ConfigEdit[]
  /** The configuration with all edits made, as `createCorsPolicy` takes it. */
  readonly config: CorsConfig
}

/** One edit of a configuration. */
export interface ConfigEdit {
  /** `insert`: a new rule, before the one that now has this index. `remove`: the rule that has it. */
  readonly action: 'set' | 'insert' | 'remove'
  /** `['methods']`, or `[0, 'methods']` in an array of rules, by the indexes that the rules have now. */
  readonly path: readonly (string | number)[]
  /** What stands there afterwards; `undefined` where the rule is removed. */
  readonly value: unknown
  /** The same for a person. */
  readonly message: string
}

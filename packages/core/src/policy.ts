import { type HasLookup } from './config/has-lookup.js'
import type { CheckedConfig, ConfigInput } from './config/checked-config.js'
import type { NormalizedCorsConfig } from './config/cors-config.js'
import type { CorsDecision } from './protocol/cors-decision.js'
import type { CorsRequest } from './protocol/cors-request.js'

/** With a lookup a question may be answered later; without one, never; where that is unknown, maybe. */
type Answer<Lookup extends boolean, Value> = [Lookup] extends [false] ? Value : Value | Promise<Value>

/** As {@link Answer}, but always a Promise with a lookup: a forgotten `await` must not read as yes. */
type BooleanAnswer<Lookup extends boolean> = [Lookup] extends [false]
  ? boolean
  : [Lookup] extends [true]
    ? Promise<boolean>
    : boolean | Promise<boolean>

/**
 * A compiled configuration. Frozen; its functions need no `this`; nothing that a request contains changes it.
 *
 * @typeParam Lookup does a rule have a lookup function? Known from the type of the configuration.
 */
export interface CorsPolicy<Lookup extends boolean = boolean> {
  /** The configuration as understood. `createCorsPolicy(policy.config)` decides alike. */
  readonly config: NormalizedCorsConfig
  /**
   * Decide about one request. Never throws. With a lookup it returns a Promise when the lookup is asked, and
   * only then.
   *
   * @param context handed to the lookup function; the native request, when an adapter calls
   */
  evaluate(request: CorsRequest, context?: unknown): Answer<Lookup, CorsDecision>
  /** Would a script of this origin be allowed to read? The same as `evaluate(a GET).allowed`. */
  isOriginAllowed(origin: string | undefined, context?: unknown): BooleanAnswer<Lookup>
  /**
   * May this origin act with the user's cookies? For WebSocket upgrades, which CORS does not cover and which
   * always carry them. `true` only if the deciding rule has `credentials`; never through `'*'`, and never
   * for `null`, an empty or an absent origin. A failed lookup is `false`.
   */
  isOriginTrusted(origin: string | undefined, context?: unknown): BooleanAnswer<Lookup>
}

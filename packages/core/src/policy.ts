import type { CheckedConfig, ConfigLiteral } from './config/checked-config.js'
import { compileConfig } from './config/compile-config.js'
import type { NormalizedCorsConfig } from './config/cors-config.js'
import type { HasLookup } from './config/has-lookup.js'
import type { CorsDecision } from './protocol/cors-decision.js'
import type { CorsRequest } from './protocol/cors-request.js'
import { createDecide } from './protocol/decide.js'
import { createDecideOrigin } from './protocol/decide-origin.js'

/** With a lookup a question may be answered later; without one, never; where that is unknown, maybe. */
export type Answer<Lookup extends boolean, Value> = [Lookup] extends [false] ? Value : Value | Promise<Value>

/** As {@link Answer}, but always a Promise with a lookup: a forgotten `await` must not read as yes. */
type BooleanAnswer<Lookup extends boolean> = [Lookup] extends [false]
  ? boolean
  : [Lookup] extends [true]
    ? Promise<boolean>
    : boolean | Promise<boolean>

/**
 * A compiled configuration. Frozen; its functions need no `this`; nothing that a request contains changes what it decides.
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

/**
 * Compile a configuration. Do it once, at start-up.
 *
 * @throws CorsConfigError with every mistake, each with its path, a stable code and what to write instead
 *
 * @example
 * const policy = createCorsPolicy({
 *   origins: ['https://app.example.com', 'https://*.preview.example.com'],
 *   credentials: true,
 *   methods: ['PUT', 'DELETE'],
 *   allowedHeaders: ['Content-Type'],
 *   maxAge: 600,
 * })
 */
export const createCorsPolicy = <const Config extends ConfigLiteral>(
  config: Config & CheckedConfig<Config>,
): CorsPolicy<HasLookup<Config>> => compilePolicy(config) as CorsPolicy<HasLookup<Config>>

/** The same without the types' help: for a configuration of which nothing is known. */
export const compilePolicy = (input: unknown): CorsPolicy => {
  const { config, policy } = compileConfig(input)
  const decideOrigin = createDecideOrigin(policy)
  const hasLookup = policy.rules.some((rule) => rule.lookup)

  const withoutOrigin = { allowed: policy.anyOrigin?.index === 0, trusted: false }
  const ask =
    (question: 'allowed' | 'trusted') =>
    (origin: string | undefined, context?: unknown): boolean | Promise<boolean> => {
      const verdict = origin === undefined ? withoutOrigin : decideOrigin(origin, context)
      if (verdict instanceof Promise) return verdict.then((known) => known[question])
      return hasLookup ? Promise.resolve(verdict[question]) : verdict[question]
    }

  return Object.freeze<CorsPolicy>({
    config,
    evaluate: createDecide(policy, decideOrigin),
    isOriginAllowed: ask('allowed'),
    isOriginTrusted: ask('trusted'),
  })
}

import type { CheckedConfig, ConfigLiteral, MisnamedRule } from '../config/checked-config.js'
import type { CorsTypeError } from '../config/checked-origin.js'
import type { CorsConfig } from '../config/cors-config.js'
import type { CorsPolicy } from '../policy.js'
import type { CorsDecision } from '../protocol/cors-decision.js'

/**
 * Chooses a policy for a request. Compile policies beforehand: this runs for every request.
 *
 * @param request the framework's own request
 * @param context `method` is the request's; for a preflight, the one that it asks about
 */
export type PolicyFunction<NativeRequest> = (
  request: NativeRequest,
  context: { readonly method: string },
) => CorsPolicy | false | Promise<CorsPolicy | false>

/** A configuration, a compiled policy, or `false`: as if no adapter were there. */
export type PolicyInput = CorsConfig | CorsPolicy | false

/** The options of every adapter. */
export interface CorsOptions<NativeRequest> {
  /** A configuration, an array of rules, a policy, `false` (CORS is off here), or a function that chooses one. */
  readonly policy: PolicyInput | PolicyFunction<NativeRequest>
  /** Called once for each CORS request, for logs and metrics. What it throws is logged, and changes no response. */
  readonly onDecision?: ((decision: CorsDecision, request: NativeRequest) => void) | undefined
  /** Other request headers that the policy function or a lookup reads: merged into the `Vary` of every response. */
  readonly vary?: readonly string[] | undefined
  /**
   * Does the policy function answer alike for all methods of a URL, because it looks at the host or the URL only?
   * Then preflights keep their `maxAge`. Default `false`.
   */
  readonly samePolicyForAllMethods?: boolean | undefined
}

/** What an adapter's `cors(…)` takes: a configuration or a policy alone, or the options. */
export type CorsInput<NativeRequest> = CorsConfig | CorsPolicy | CorsOptions<NativeRequest>

/** A {@link CorsInput} whose literal {@link CheckedInput} checks. */
export type CorsLiteral<Input> = Input | MisnamedRule | { readonly policy: MisnamedRule }

/** Intersected with the type of a literal that an adapter takes, so that the compiler checks the policy within. */
export type CheckedInput<Input> = Input extends { readonly policy: unknown }
  ? { readonly [Option in keyof Input]: CheckedOption<Input, Option> }
  : CheckedPolicy<Input>

type CheckedOption<Input, Option extends keyof Input> = Option extends 'policy'
  ? CheckedPolicy<Input[Option]>
  : Option extends keyof CorsOptions<never>
    ? unknown
    : CorsTypeError<'There is no such option beside "policy". Options of the policy stand inside of it.'>

/** A function, a compiled policy and `false` need no check. */
type CheckedPolicy<Policy> = Policy extends ConfigLiteral ? CheckedConfig<Policy> : unknown

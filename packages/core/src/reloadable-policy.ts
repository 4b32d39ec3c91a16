import type { CheckedConfig, ConfigLiteral } from './config/checked-config.js'
import { CorsConfigError } from './config/config-error.js'
import type { HasLookup } from './config/has-lookup.js'
import { type CorsPolicy, compilePolicy } from './policy.js'

/** A policy whose configuration can be replaced while requests are served. */
export type ReloadableCorsPolicy<Lookup extends boolean = boolean> = CorsPolicy<Lookup> & {
  /**
   * Replace the configuration, at once and whole: a request is judged by the old one or by the new one.
   *
   * @throws CorsConfigError if the new one has a mistake, or has a lookup function where the first had none, or
   *   none where it had one; the old one stays
   */
  replace<const Config extends ConfigLiteral>(config: Config & CheckedConfig<Config>): void
}

/** Compile a configuration that can be replaced later, for example when the list of tenants changes. */
export const createReloadablePolicy = <const Config extends ConfigLiteral>(
  config: Config & CheckedConfig<Config>,
): ReloadableCorsPolicy<HasLookup<Config>> => {
  let current = compilePolicy(config)
  const hasLookup = answersLater(current)
  const policy: ReloadableCorsPolicy = {
    get config() {
      return current.config
    },
    evaluate: (request, context) => current.evaluate(request, context),
    isOriginAllowed: (origin, context) => current.isOriginAllowed(origin, context),
    isOriginTrusted: (origin, context) => current.isOriginTrusted(origin, context),
    replace(config) {
      const next = compilePolicy(config)
      if (answersLater(next) !== hasLookup) {
        const message = 'A lookup function can be neither added nor removed: callers rely on it.'
        throw new CorsConfigError([{ code: 'config-type', path: [], value: config, message }])
      }
      current = next
    },
  }
  return Object.freeze(policy) as ReloadableCorsPolicy<HasLookup<Config>>
}

/** With a lookup a boolean question is always answered by a Promise, also one that needs no lookup. */
const answersLater = (policy: CorsPolicy): boolean => policy.isOriginAllowed(undefined) instanceof Promise

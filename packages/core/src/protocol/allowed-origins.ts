import { MAXIMUM_ORIGIN_LENGTH } from '../origin/origin-pattern.js'
import type { OriginSet } from '../origin/origin-set.js'
import type { CompiledPolicy } from './compiled-policy.js'
import type { CompiledRule } from './compiled-rule.js'
import { AllowedOrigin } from './origin-verdict.js'

/**
 * The origins that the rules allow without asking anybody. A listed one that no request has costs its place in a
 * map only; what is made for the others is kept. What a pattern matches is not: nothing is kept under a name that a
 * request chose.
 */
export class AllowedOrigins {
  readonly #rules: readonly CompiledRule[]
  readonly #listed: Map<string, CompiledRule | AllowedOrigin>
  readonly #patterns: OriginSet

  constructor({ rules, exact, patterns }: CompiledPolicy) {
    this.#rules = rules
    this.#listed = exact
    this.#patterns = patterns
  }

  /** A listed origin needs no look at the patterns: none of an earlier rule covers it. */
  find(origin: string): AllowedOrigin | undefined {
    // To look a text up is to read it whole, and no configured origin is so long.
    if (origin.length > MAXIMUM_ORIGIN_LENGTH) return undefined
    const listed = this.#listed.get(origin)
    if (listed instanceof AllowedOrigin) return listed
    if (listed !== undefined) {
      const made = new AllowedOrigin(listed, origin, 'origin-exact')
      this.#listed.set(origin, made)
      return made
    }
    const rule = this.#rules[this.#patterns.find(origin)]
    return rule && new AllowedOrigin(rule, origin, 'origin-pattern')
  }
}

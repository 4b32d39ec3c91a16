import { MAXIMUM_ORIGIN_LENGTH } from '../bounds.js'
import type { OriginSet } from '../origin/origin-set.js'
import type { CompiledPolicy } from './compiled-policy.js'
import type { CompiledRule } from './compiled-rule.js'
import { AllowedOrigin } from './origin-verdict.js'
import { RememberedOrigins } from './remembered-origins.js'

/**
 * The origins that the rules allow without asking anybody. A listed one that no request has costs its place in a
 * map only; what is made for the others is kept. Of those that a pattern matches, the last ones are.
 */
export class AllowedOrigins {
  readonly #rules: readonly CompiledRule[]
  readonly #listed: Map<string, CompiledRule | AllowedOrigin>
  readonly #patterns: OriginSet
  readonly #hasPatterns: boolean
  readonly #remembered = new RememberedOrigins()

  constructor({ rules, exact, patterns }: CompiledPolicy) {
    this.#rules = rules
    this.#listed = exact
    this.#patterns = patterns
    this.#hasPatterns = !patterns.isEmpty
  }

  /** A listed origin needs no look at the patterns: none of an earlier rule covers it. */
  find(origin: string): AllowedOrigin | undefined {
    // To look a text up is to read it whole, and no configured origin is so long.
    if (origin.length > MAXIMUM_ORIGIN_LENGTH) return undefined
    const listed = this.#listed.get(origin)
    if (listed === undefined) return this.#hasPatterns ? this.#findByPattern(origin) : undefined
    if (listed instanceof AllowedOrigin) return listed
    const made = new AllowedOrigin(listed, origin, 'origin-exact')
    this.#listed.set(origin, made)
    return made
  }

  #findByPattern(origin: string): AllowedOrigin | undefined {
    const remembered = this.#remembered.get(origin)
    if (remembered !== undefined) return remembered
    const rule = this.#rules[this.#patterns.find(origin)]
    if (rule === undefined) return undefined
    return this.#remembered.add(origin, new AllowedOrigin(rule, origin, 'origin-pattern'))
  }
}

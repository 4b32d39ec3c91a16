import { MAXIMUM_ORIGIN_LENGTH } from '../origin/origin-pattern.js'
import type { OriginSet } from '../origin/origin-set.js'
import type { CompiledPolicy } from './compiled-policy.js'
import type { CompiledRule } from './compiled-rule.js'
import { AllowedOrigin } from './origin-verdict.js'

/** Under a megabyte. When there are more, all are forgotten: an order of use would cost more than it saves. */
const MAXIMUM_REMEMBERED = 1_000

/**
 * The origins that the rules allow without asking anybody. A listed one that no request has costs its place in a
 * map only; what is made for the others is kept. Of those that a pattern matches, the last ones are.
 *
 * The names of those a request chose. So they are few, only what is allowed anyway is among them, and one that is
 * remembered is answered as one that is not.
 */
export class AllowedOrigins {
  readonly #rules: readonly CompiledRule[]
  readonly #listed: Map<string, CompiledRule | AllowedOrigin>
  readonly #patterns: OriginSet
  readonly #hasPatterns: boolean
  readonly #remembered = new Map<string, AllowedOrigin>()

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
    const made = new AllowedOrigin(rule, origin, 'origin-pattern')
    if (this.#remembered.size >= MAXIMUM_REMEMBERED) this.#remembered.clear()
    this.#remembered.set(origin, made)
    return made
  }
}

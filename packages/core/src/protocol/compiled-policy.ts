import type { OriginSet } from '../origin/origin-set.js'
import type { CompiledRule } from './compiled-rule.js'
import type { AllowedOrigin } from './origin-verdict.js'

/** All rules of a configuration, filed by what an `Origin` can match. */
export interface CompiledPolicy {
  readonly rules: readonly CompiledRule[]
  /**
   * Each listed origin: its rule, or what was made of it for a request. No earlier rule's pattern matches one of
   * them: that is a configuration error.
   */
  readonly exact: Map<string, CompiledRule | AllowedOrigin>
  readonly patterns: OriginSet
  /** The rule for `'*'`, always the last. */
  readonly anyOrigin: CompiledRule | undefined
}

import { MAXIMUM_ORIGINS } from '../bounds.js'
import type { OriginPattern } from '../origin/origin-pattern.js'
import { OriginSet } from '../origin/origin-set.js'
import type { CompiledPolicy } from '../protocol/compiled-policy.js'
import type { CompiledRule } from '../protocol/compiled-rule.js'
import { compileRule } from './compile-rule.js'
import { CorsConfigError } from './config-error.js'
import type { NormalizedCorsConfig } from './cors-config.js'
import { isArray } from './inspect.js'
import { IssueList } from './issue-list.js'
import { readArray } from './read-own.js'
import { type CheckedRule, normalizedRule, readRule } from './read-rule.js'

export interface CompiledConfig {
  readonly config: NormalizedCorsConfig
  readonly policy: CompiledPolicy
}

/**
 * From what a user writes to what a request is compared with. Mistakes are collected, and thrown here, all at once.
 *
 * @throws CorsConfigError with every mistake
 */
export const compileConfig = (config: unknown): CompiledConfig => {
  const issues = new IssueList()
  const checked = isArray(config) ? readRules(config, issues) : [readRule(config, issues)]
  const policy = fileOrigins(checked)
  if (issues.issues.length > 0) throw new CorsConfigError(issues.issues)
  const normalized = Object.freeze(checked.map((rule) => normalizedRule((rule as CheckedRule).options)))
  return { config: isArray(config) ? normalized : (normalized[0] as NormalizedCorsConfig), policy }
}

const readRules = (config: readonly unknown[], issues: IssueList): (CheckedRule | undefined)[] => {
  const members = readArray(config, MAXIMUM_ORIGINS, issues)
  if (members?.length === 0) issues.add(config, 'config-type', 'It has no rule.')
  return (members ?? []).map((rule, index) => readRule(rule, issues.at(index)))
}

/**
 * File every origin under the first rule that has it. What no request can reach is a mistake, and told with the
 * others: what a rule has right is filed whatever else is wrong.
 */
const fileOrigins = (checked: readonly (CheckedRule | undefined)[]): CompiledPolicy => {
  const rules: CompiledRule[] = []
  const exact = new Map<string, CompiledRule>()
  const patterns = new OriginSet()
  let anyOrigin: CompiledRule | undefined
  for (const [index, rule] of checked.entries()) {
    if (!rule) continue
    const { value, options, issues } = rule
    if (anyOrigin) {
      issues.add(value, 'rule-unreachable', unreachable(anyOrigin.index))
      continue
    }
    const compiled = compileRule(options, index)
    rules.push(compiled)
    if (options.origins.any) anyOrigin = compiled
    options.origins.patterns.forEach((pattern, place) => {
      if (!pattern) return
      // Within a rule one pattern may cover another. So the first rule, mostly the only one, is not asked about.
      const covering = index === 0 ? -1 : (exact.get(pattern.text)?.index ?? patterns.findCovering(pattern))
      if (covering >= 0 && covering < index) {
        issues.at('origins').at(place).add(pattern.text, 'rule-unreachable', unreachable(covering))
      }
      if (isExact(pattern)) exact.set(pattern.text, compiled)
      else patterns.add(pattern, index)
    })
  }
  return { rules, exact, patterns, anyOrigin }
}

const unreachable = (rule: number): string =>
  `Rule [${rule}] already matches it. Remove it, or put its rule first.`

const isExact = ({ subdomains, port }: OriginPattern): boolean => !subdomains && port !== '*'

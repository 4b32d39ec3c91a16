import type { OriginPattern } from '../origin/origin-pattern.js'
import { OriginSet } from '../origin/origin-set.js'
import type { CompiledPolicy } from '../protocol/compiled-policy.js'
import type { CompiledRule } from '../protocol/compiled-rule.js'
import { compileRule } from './compile-rule.js'
import { CorsConfigError } from './config-error.js'
import type { NormalizedCorsConfig } from './cors-config.js'
import { isArray } from './inspect.js'
import { IssueList, type Mistake } from './issue-list.js'
import { readArray } from './read-own.js'
import { type CheckedRule, readRule } from './read-rule.js'

export interface CompiledConfig {
  readonly config: NormalizedCorsConfig
  readonly policy: CompiledPolicy
}

const MAXIMUM_RULES = 100_000

const NO_RULES: Mistake = ['config-type', 'The list of rules is empty.']

/**
 * From what a user writes to what a request is compared with. The only place that throws.
 *
 * @throws CorsConfigError with every mistake
 */
export const compileConfig = (config: unknown): CompiledConfig => {
  const issues = new IssueList()
  const isList = isArray(config)
  const checked = isList ? readRules(config, issues) : [readRule(config, issues)]
  const policy = fileOrigins(checked)
  if (issues.issues.length > 0) throw new CorsConfigError(issues.issues)
  const normalized = Object.freeze(
    checked.filter((rule) => rule !== undefined).map((rule) => rule.normalized),
  )
  return { config: isList ? normalized : (normalized[0] as NormalizedCorsConfig), policy }
}

const readRules = (config: unknown, issues: IssueList): (CheckedRule | undefined)[] => {
  const members = readArray(config, MAXIMUM_RULES, issues, () => NO_RULES)
  if (members?.length === 0) issues.add(config, ...NO_RULES)
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
    if (rule === undefined) continue
    const { value, origins, issues } = rule
    if (anyOrigin !== undefined) {
      issues.add(value, 'rule-unreachable', unreachable(anyOrigin.index))
      continue
    }
    for (const [pattern, place] of origins.patterns) {
      const covering = exact.get(pattern.text)?.index ?? patterns.findCovering(pattern)
      if (covering < 0) continue
      issues.at('origins').at(place).add(pattern.text, 'rule-unreachable', unreachable(covering))
    }
    const compiled = compileRule(rule, index)
    rules.push(compiled)
    if (origins.any) anyOrigin = compiled
    for (const pattern of origins.patterns.keys()) {
      if (isExact(pattern)) exact.set(pattern.text, compiled)
      else patterns.add(pattern, index)
    }
  }
  return { rules, exact, patterns, anyOrigin }
}

const unreachable = (rule: number): string =>
  `Never reached: rule [${rule}] matches all of it. Remove it, or put its rule first.`

const isExact = ({ subdomains, port }: OriginPattern): boolean => !subdomains && port !== '*'

import type { NormalizedCorsConfig, NormalizedCorsRule } from '../config/cors-config.js'
import { parseOriginPattern } from '../origin/origin-pattern.js'
import { OriginSet } from '../origin/origin-set.js'
import type { CorsDecision } from '../protocol/cors-decision.js'

export const rulesOf = (config: NormalizedCorsConfig): readonly NormalizedCorsRule[] => [config].flat()

/** The rules that may have allowed an origin, and the text that matched. */
export interface Deciding {
  /** Empty if none did. More than one only where several have lookup functions. */
  readonly rules: readonly number[]
  readonly pattern?: string
}

/** A decision names no rule, because no adapter needs it; but the reason and the configuration tell. */
export const decidingRule = (
  config: NormalizedCorsConfig,
  origin: string,
  { reason, headers }: CorsDecision,
): Deciding => {
  const rules = rulesOf(config)
  switch (reason) {
    case 'origin-any':
      return { rules: [rules.length - 1], pattern: '*' }
    case 'origin-exact':
      return firstWith(rules, (member) => member === origin)
    case 'origin-pattern':
      return firstWith(rules, (member) => matches(member, origin))
    case 'origin-lookup': {
      const credentials = headers.some(([name]) => name === 'access-control-allow-credentials')
      const mayHave = (rule: NormalizedCorsRule): boolean =>
        rule.credentials === credentials && textsOf(rule).length < rule.origins.length
      return { rules: [...rules.keys()].filter((index) => mayHave(rules[index] as NormalizedCorsRule)) }
    }
    default:
      return { rules: [] }
  }
}

/** The patterns of a rule, without `'*'` and its lookup function. */
export const textsOf = ({ origins }: NormalizedCorsRule): readonly string[] =>
  origins === '*' ? [] : origins.filter((member) => typeof member === 'string')

const firstWith = (rules: readonly NormalizedCorsRule[], isMatch: (pattern: string) => boolean): Deciding => {
  for (const [index, rule] of rules.entries()) {
    const pattern = textsOf(rule).find(isMatch)
    if (pattern !== undefined) return { rules: [index], pattern }
  }
  return { rules: [] }
}

/** Does one pattern with a wildcard match? */
const matches = (text: string, origin: string): boolean => {
  const pattern = text.includes('*') ? parseOriginPattern(text) : undefined
  if (pattern === undefined) return false
  const set = new OriginSet()
  set.add(pattern, 0)
  return set.find(origin) === 0
}

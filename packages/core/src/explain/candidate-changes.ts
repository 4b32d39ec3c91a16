import { DEFAULT_LOOKUP_TIMEOUT } from '../bounds.js'
import type { CorsConfig, CorsRule, NormalizedCorsConfig, NormalizedCorsRule } from '../config/cors-config.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import type { Asked } from './asked.js'
import { type Deciding, rulesOf } from './deciding-rule.js'
import type { ConfigChange, ConfigEdit } from './explanation.js'
import { grant, warning } from './grant.js'
import { quoted } from './quoted.js'

export interface Candidate extends ConfigChange {
  /** The rules that decide by their lookup function, as they then are. It is not asked again to try them. */
  readonly byLookup?: readonly NormalizedCorsRule[]
}

interface Question {
  readonly config: NormalizedCorsConfig
  readonly decision: CorsDecision
  readonly deciding: Deciding
  readonly asked: Asked
  readonly credentialed: boolean
}

/** A rule that says nothing yet. */
const emptyRule: NormalizedCorsRule = {
  origins: [],
  credentials: false,
  methods: [],
  allowedHeaders: [],
  exposedHeaders: [],
  lookupTimeout: DEFAULT_LOOKUP_TIMEOUT,
  dangerouslyAllowInsecureOrigins: false,
  dangerouslyAllowPublicSuffixes: false,
}

/** More is not tried: each is compiled. */
const mostRulesToExtend = 3

/**
 * Changes that may turn a no into a yes, the most wanted first. Whether one is a valid configuration, and does it,
 * is for the policy and the browser's half to say: no check of theirs is repeated here.
 * See docs/decisions/0011-the-browsers-half-in-the-core.md.
 */
export function* candidateChanges(question: Question): Generator<Candidate> {
  if (question.deciding.rules.length > 0) yield inPlace(question)
  else yield* extendedRules(question)
  if (question.decision.reason === 'origin-opaque') yield everybody(question)
  else {
    yield ownRule(question, false)
    if (!question.credentialed) return
    if (hasOwnRule(question)) yield inPlace(question, true)
    // Also then: before the others no lookup function of an earlier rule is asked.
    yield ownRule(question, true)
  }
}

const pathOf = (config: NormalizedCorsConfig, index: number): readonly number[] =>
  Array.isArray(config) ? [index] : []

const withRules = (config: NormalizedCorsConfig, rules: readonly NormalizedCorsRule[]): CorsConfig =>
  Array.isArray(config) ? rules : (rules[0] as NormalizedCorsRule)

/** Is the deciding rule for this origin alone? */
const hasOwnRule = ({ config, deciding: { rules }, asked }: Question): boolean => {
  const origins = rulesOf(config)[rules[0] ?? -1]?.origins
  return origins?.length === 1 && origins[0] === asked.origin
}

/** What the deciding rule lacks. */
const inPlace = (question: Question, insecure = false): Candidate => {
  const { config, decision, deciding, asked, credentialed } = question
  const granted = new Map(
    deciding.rules.map((index) => {
      const rule = rulesOf(config)[index] as NormalizedCorsRule
      return [index, grant(rule, asked, { credentialed, insecure }, pathOf(config, index))] as const
    }),
  )
  const rules = rulesOf(config).map((rule, index) => granted.get(index)?.rule ?? rule)
  const changed = [...granted.values()]
  return {
    config: withRules(config, rules),
    edits: changed.flatMap(({ edits }) => edits),
    ...(decision.reason === 'origin-lookup' ? { byLookup: changed.map(({ rule }) => rule) } : {}),
  }
}

/** A rule that gives the origin what it gives others; the one that needs the fewest other changes first. */
const extendedRules = ({ config, asked, credentialed }: Question): readonly Candidate[] => {
  const rules = rulesOf(config)
  return rules
    .map((rule, index) => ({
      index,
      ...grant(rule, asked, { credentialed, origin: true }, pathOf(config, index)),
    }))
    .filter(({ rule }) => rule.origins !== '*')
    .sort(
      (a, b) => a.edits.length - b.edits.length || Number(a.rule.credentials) - Number(b.rule.credentials),
    )
    .slice(0, mostRulesToExtend)
    .map(({ index, rule, edits }) => ({
      config: withRules(
        config,
        rules.map((other, place) => (place === index ? rule : other)),
      ),
      edits,
    }))
}

/** A first rule for this origin alone, with what it has now and what it lacks. */
const ownRule = ({ config, deciding, asked, credentialed }: Question, insecure: boolean): Candidate => {
  const rules = rulesOf(config)
  const lists = ({ origins }: NormalizedCorsRule): boolean =>
    origins !== '*' && origins.includes(asked.origin)
  const base = rules[deciding.rules[0] ?? -1] ?? rules.find(lists) ?? emptyRule
  const own = grant(
    { ...base, origins: [asked.origin], credentials: false },
    asked,
    { credentialed, insecure },
    [],
  )
  const rule = withoutDefaults(own.rule)
  const insertion: ConfigEdit = {
    action: 'insert',
    path: [0],
    value: rule,
    message: `Put a rule for ${quoted(asked.origin)} alone before the others.${insecure ? ` ${warning}` : ''}`,
  }
  // Listed again later, it would never be reached, which is a mistake.
  const removals: ConfigEdit[] = []
  const others = rules.flatMap((other, index): readonly NormalizedCorsRule[] => {
    if (!lists(other) || other.origins === '*') return [other]
    const origins = other.origins.filter((member) => member !== asked.origin)
    const path = pathOf(config, index)
    if (origins.length === 0) {
      removals.push({
        action: 'remove',
        path,
        value: undefined,
        message: 'Remove the later rule for it alone.',
      })
      return []
    }
    const message = `Remove ${quoted(asked.origin)} from the later rule.`
    removals.push({ action: 'set', path: [...path, 'origins'], value: origins, message })
    return [{ ...other, origins }]
  })
  return { config: [rule, ...others], edits: [...removals, insertion] }
}

/** Only `'*'` covers the origin `null`. */
const everybody = ({ config, asked }: Question): Candidate => {
  const rules = rulesOf(config)
  const rule = withoutDefaults(grant({ ...emptyRule, origins: '*' }, asked, { credentialed: false }, []).rule)
  const message =
    'Let everybody read, without credentials: add a last rule for "*". Only it covers the origin null.'
  return {
    config: [...rules, rule],
    edits: [{ action: 'insert', path: [rules.length], value: rule, message }],
  }
}

/** As a person would write it. */
const withoutDefaults = (rule: NormalizedCorsRule): CorsRule => {
  const isDefault = ([option, value]: readonly [string, unknown]): boolean =>
    JSON.stringify(value) === JSON.stringify(Reflect.get(emptyRule, option))
  return {
    ...Object.fromEntries(Object.entries(rule).filter((entry) => !isDefault(entry))),
    origins: rule.origins,
  }
}

import { MAXIMUM_ORIGIN_LENGTH } from '../bounds.js'
import { classifyRequestOrigin } from '../origin/request-origin.js'
import { AllowedOrigins } from './allowed-origins.js'
import { askLookup } from './ask-lookup.js'
import type { CompiledPolicy } from './compiled-policy.js'
import type { CompiledLookup, CompiledRule } from './compiled-rule.js'
import { AllowedOrigin, DENIED, lookupFailed, type OriginVerdict } from './origin-verdict.js'
import { RememberedOrigins } from './remembered-origins.js'
import { VARY_ACTUAL, VARY_NONE } from './vary.js'

/** What do the rules say about this origin? */
export type DecideOrigin = (origin: string, context: unknown) => OriginVerdict | Promise<OriginVerdict>

type LookupRule = CompiledRule & { readonly lookup: CompiledLookup }

const hasLookup = (rule: CompiledRule): rule is LookupRule => rule.lookup !== undefined

export const createDecideOrigin = (policy: CompiledPolicy): DecideOrigin => {
  const { rules, anyOrigin } = policy
  const lookupRules = rules.filter(hasLookup)
  const vary = rules.length === 1 ? VARY_NONE : VARY_ACTUAL
  const everybody = anyOrigin && new AllowedOrigin(anyOrigin, '*', 'origin-any', vary)

  if (rules.length === 1 && everybody !== undefined) return () => everybody
  const allowed = new AllowedOrigins(policy)
  /** Without asking anybody. */
  const matchStatically = (origin: string): AllowedOrigin | undefined => allowed.find(origin) ?? everybody

  if (lookupRules.length === 0) return rememberingDenial((origin) => matchStatically(origin) ?? deny(origin))
  const remembered = new RememberedOrigins()
  /** What is said of it, not that it is allowed: the lookup is asked about each request. */
  const allowedBy = (rule: LookupRule, origin: string): AllowedOrigin => {
    const known = remembered.get(origin)
    if (known?.rule === rule) return known
    return remembered.add(origin, new AllowedOrigin(rule, origin, 'origin-lookup'))
  }
  return (origin, context) => {
    const match = matchStatically(origin)
    const before =
      match === undefined ? lookupRules : lookupRules.filter((rule) => rule.index < match.rule.index)
    if (before.length === 0) return match ?? deny(origin)
    const kind = classifyRequestOrigin(origin)
    if (kind === 'origin-opaque' || kind === 'origin-malformed') return match ?? DENIED[kind]
    const askable = kind === 'secure' ? before : before.filter((rule) => rule.lookup.insecureOrigins)
    const otherwise =
      match ?? DENIED[askable.length < before.length ? 'origin-insecure' : 'origin-not-listed']
    if (askable.length === 0) return otherwise
    // By `resolve`, because callers look for the global Promise, and Zone.js or Bluebird may have replaced it.
    return Promise.resolve(askInOrder(askable, origin, context, otherwise, allowedBy))
  }
}

/**
 * Without a lookup an origin is denied once and for all. A service's own pages send `Origin` with each POST and are
 * denied each time, so the last one is known by its text. One, because requests choose it.
 */
const rememberingDenial = (
  decide: (origin: string) => OriginVerdict,
): ((origin: string) => OriginVerdict) => {
  let denied: string | undefined
  let denial = DENIED['origin-opaque']
  return (origin) => {
    if (origin === denied) return denial
    const verdict = decide(origin)
    if (!verdict.allowed && origin.length <= MAXIMUM_ORIGIN_LENGTH) {
      denied = origin
      denial = verdict
    }
    return verdict
  }
}

const deny = (origin: string): OriginVerdict => {
  const kind = classifyRequestOrigin(origin)
  return DENIED[kind === 'secure' || kind === 'insecure' ? 'origin-not-listed' : kind]
}

/** A failure ends the decision: to go on would give a later, wider rule to an origin that an earlier one knows. */
const askInOrder = async (
  rules: readonly LookupRule[],
  origin: string,
  context: unknown,
  otherwise: OriginVerdict,
  allowedBy: (rule: LookupRule, origin: string) => OriginVerdict,
): Promise<OriginVerdict> => {
  for (const rule of rules) {
    try {
      const answer = askLookup(rule.lookup, origin, context)
      if (typeof answer === 'boolean' ? answer : await answer) return allowedBy(rule, origin)
    } catch (error) {
      return lookupFailed(error)
    }
  }
  return otherwise
}

import { isSafelistedMethod } from '../browser-model/method.js'
import { isNonWildcardRequestHeaderName } from '../browser-model/unsafe-request-header-names.js'
import type { NormalizedCorsRule } from '../config/cors-config.js'
import type { Asked } from './asked.js'
import type { ConfigEdit } from './explanation.js'
import { quoted } from './quoted.js'

/** What a rule lacks for a request, one option at a time. */
export interface Grant {
  readonly rule: NormalizedCorsRule
  readonly edits: readonly ConfigEdit[]
}

/** What it means to give a cleartext origin credentials. */
export const warning =
  'Whoever sits on the way to that cleartext origin can then use the credentials: better serve it over https.'

/** What is wanted of a rule besides the method and the header names. */
export interface Wanted {
  readonly credentialed: boolean
  /** Is its list to name the origin? */
  readonly origin?: boolean
  /** Is a cleartext origin to get credentials? */
  readonly insecure?: boolean
}

/** @param at the path of the rule: `[]`, or `[0]` in an array of rules */
export const grant = (
  before: NormalizedCorsRule,
  asked: Asked,
  { credentialed, origin = false, insecure = false }: Wanted,
  at: readonly number[],
): Grant => {
  let rule = before
  const edits: ConfigEdit[] = []
  const set = <Option extends keyof NormalizedCorsRule>(
    option: Option,
    value: NormalizedCorsRule[Option],
    message: string,
  ): void => {
    rule = { ...rule, [option]: value }
    edits.push({ action: 'set', path: [...at, option], value, message })
  }
  if (origin && rule.origins !== '*') {
    set('origins', [...rule.origins, asked.origin], `Add ${quoted(asked.origin)} to origins.`)
  }
  if (credentialed && !rule.credentials) {
    set('credentials', true, 'Set credentials to true.')
    if (rule.exposedHeaders === '*') {
      const message = 'List the exposedHeaders: with credentials "*" is no wildcard.'
      set('exposedHeaders', [], message)
    }
  }
  if (insecure && !rule.dangerouslyAllowInsecureOrigins) {
    set('dangerouslyAllowInsecureOrigins', true, `Set dangerouslyAllowInsecureOrigins to true. ${warning}`)
  }
  if (rule.methods !== '*' && !isSafelistedMethod(asked.method) && !rule.methods.includes(asked.method)) {
    set('methods', [...rule.methods, asked.method], `Add ${quoted(asked.method)} to methods.`)
  }
  const missing = asked.headerNames.filter((name) => !covers(rule, name))
  if (missing.length > 0) {
    const listed = rule.allowedHeaders === '*' ? ['*'] : rule.allowedHeaders
    const message = `Add ${missing.map(quoted).join(', ')} to allowedHeaders.`
    set('allowedHeaders', [...listed, ...missing], message)
  }
  return { rule, edits }
}

const covers = ({ allowedHeaders, credentials }: NormalizedCorsRule, name: string): boolean =>
  allowedHeaders.includes(name) ||
  // With credentials the policy sends the names back that were asked for.
  (allowedHeaders.includes('*') && (credentials || !isNonWildcardRequestHeaderName(name)))

import type { Deviations } from './known-differences.js'
import { isAny, names, type Rule } from './policy.js'

export type CredentialsMode = 'omit' | 'same-origin' | 'include'

/** Everybody may read where `'*'` says so, but not what belongs to a user. */
export const mayRead = (rule: Rule | undefined, mode: CredentialsMode): rule is Rule =>
  rule !== undefined && (mode !== 'include' || (rule.credentials === true && !isAny(rule.origins)))

export const allowsMethod = ({ methods }: Rule, method: string): boolean =>
  /^(GET|HEAD|POST)$/.test(method) || isAny(methods) || names(methods, method)

/** @param unsafe names in lower case */
export const allowsHeaders = (rule: Rule, unsafe: readonly string[], deviations: Deviations): boolean =>
  unsafe.every((name) => {
    const { allowedHeaders, credentials } = rule
    const listed = Array.isArray(allowedHeaders) ? allowedHeaders.map((each) => each.toLowerCase()) : []
    if (listed.includes(name)) return true
    if (!isAny(allowedHeaders)) return false
    // With credentials there is no wildcard in the standard, so the product names what it allows.
    return name !== 'authorization' || credentials === true || deviations.anyCoversAuthorization
  })

const safelisted = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]

/** @see https://fetch.spec.whatwg.org/#concept-filtered-response-cors */
export const exposes = ({ exposedHeaders }: Rule, name: string): boolean => {
  if (/^set-cookie2?$/.test(name)) return false
  const listed = Array.isArray(exposedHeaders) ? exposedHeaders.map((each) => each.toLowerCase()) : []
  return safelisted.includes(name) || isAny(exposedHeaders) || listed.includes(name)
}

/** A WebSocket always carries cookies, so only those who may use them are trusted: by name, and never `null`. */
export const isTrusted = (rule: Rule | undefined, origin: string): boolean =>
  rule?.credentials === true && !isAny(rule.origins) && origin !== 'null'

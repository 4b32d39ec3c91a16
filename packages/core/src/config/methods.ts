import { CORS_SAFELISTED_METHODS, isForbiddenMethod, REGISTERED_METHODS } from '../fetch-standard/methods.js'
import { isToken } from '../fetch-standard/tokens.js'
import { namesValue } from './header-names.js'
import type { Mistake } from './issue-list.js'
import type { NameRules } from './name-list.js'

const check = (method: string): Mistake | undefined => {
  if (!isToken(method)) {
    return ['method-invalid', 'A method is one token, such as "PUT".']
  }
  if (isForbiddenMethod(method)) {
    return ['method-forbidden', 'No script can send it. Remove it.']
  }
  const upperCase = method.toUpperCase()
  return method !== upperCase && REGISTERED_METHODS.has(upperCase)
    ? ['method-not-normalized', 'Methods are case-sensitive: browsers send it in upper case.', upperCase]
    : undefined
}

/** The safelisted methods are named, too, so that a POST with an upload listener is kept in the browser's cache. */
export const methodsValue = (methods: '*' | readonly string[]): string =>
  methods === '*' || methods.length === 0
    ? namesValue(methods)
    : namesValue([...new Set([...CORS_SAFELISTED_METHODS, ...methods])])

export const METHOD_RULES: NameRules = {
  kind: 'method',
  example: '["PUT", "DELETE"]',
  check,
  normalize: (method) => method,
  besideWildcard: [],
  headerValue: methodsValue,
}

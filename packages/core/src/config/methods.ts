import { CORS_SAFELISTED_METHODS, isForbiddenMethod, REGISTERED_METHODS } from '../fetch-standard/methods.js'
import { namesValue } from './header-names.js'
import type { Mistake } from './issue-list.js'
import type { NameRules } from './name-list.js'

const explain = (method: string): Mistake | undefined => {
  const upperCase = method.toUpperCase()
  return method !== upperCase && REGISTERED_METHODS.includes(upperCase)
    ? ['method-not-normalized', 'Methods are case-sensitive: browsers send it in upper case.', upperCase]
    : undefined
}

/** The safelisted methods are named, too, so that a POST with an upload listener is kept in the browser's cache. */
export const methodsValue = (methods: '*' | readonly string[]): string =>
  namesValue(
    methods === '*' || methods.length === 0
      ? methods
      : [...new Set([...CORS_SAFELISTED_METHODS, ...methods])],
  )

export const METHOD_RULES: NameRules = {
  kind: 'method',
  example: 'PUT',
  use: 'send',
  isForbidden: isForbiddenMethod,
  explain,
  normalize: (method) => method,
  headerValue: methodsValue,
}

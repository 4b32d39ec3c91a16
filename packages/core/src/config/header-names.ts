import {
  CORS_NON_WILDCARD_REQUEST_HEADER,
  isCorsRequestHeader,
  isCorsResponseHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from '../fetch-standard/header-names.js'
import { isToken } from '../fetch-standard/tokens.js'
import { type Mistake, mistake } from './issue-list.js'
import type { NameRules } from './name-list.js'

const NOT_A_NAME: Mistake = mistake(
  'header-invalid',
  'It is no header name. Each member is one token, such as "X-Request-Id".',
)

const checkAllowed = (name: string): Mistake | undefined => {
  const lowerCase = name.toLowerCase()
  if (!isToken(name)) return NOT_A_NAME
  if (isCorsResponseHeader(lowerCase)) {
    return mistake('header-misplaced', 'Only servers send this header. Remove it.')
  }
  return isForbiddenRequestHeader(lowerCase)
    ? mistake('header-forbidden', 'Only the browser sets this header, and needs no permission. Remove it.')
    : undefined
}

const checkExposed = (name: string): Mistake | undefined => {
  const lowerCase = name.toLowerCase()
  if (!isToken(name)) return NOT_A_NAME
  if (lowerCase === 'origin' || isCorsRequestHeader(lowerCase)) {
    return mistake('header-misplaced', 'Only browsers send this header. Remove it.')
  }
  return isForbiddenResponseHeader(lowerCase)
    ? mistake('header-forbidden', 'No script can ever read this header. Remove it.')
    : undefined
}

const shared = {
  kind: 'header name',
  normalize: (name: string): string => name.toLowerCase(),
  headerValue: (names: readonly string[]): string => names.join(', '),
}

export const ALLOWED_HEADER_RULES: NameRules = {
  ...shared,
  example: '["Content-Type", "Authorization"]',
  check: checkAllowed,
  // The standard's wildcard does not cover it: it must be said that it is meant.
  besideWildcard: [CORS_NON_WILDCARD_REQUEST_HEADER],
}

export const EXPOSED_HEADER_RULES: NameRules = {
  ...shared,
  example: '["ETag"]',
  check: checkExposed,
  besideWildcard: [],
}

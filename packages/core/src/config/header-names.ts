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
  "It is not a header name: letters, digits and !#$%&'*+-.^_`|~ only, one name a member.",
)

const checkAllowed = (name: string): Mistake | undefined => {
  const lowerCase = name.toLowerCase()
  if (!isToken(name)) return NOT_A_NAME
  if (isCorsResponseHeader(lowerCase)) {
    return mistake(
      'header-misplaced',
      'Servers send this header; browsers never do. Remove it: the policy writes it.',
    )
  }
  return isForbiddenRequestHeader(lowerCase)
    ? mistake(
        'header-forbidden',
        'No script can set this header; the browser does, without asking. Remove it.',
      )
    : undefined
}

const checkExposed = (name: string): Mistake | undefined => {
  const lowerCase = name.toLowerCase()
  if (!isToken(name)) return NOT_A_NAME
  if (lowerCase === 'origin' || isCorsRequestHeader(lowerCase)) {
    return mistake('header-misplaced', 'Browsers send this header; servers never do. Remove it.')
  }
  return isForbiddenResponseHeader(lowerCase)
    ? mistake('header-forbidden', 'No script can read this header, whatever is exposed. Remove it.')
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

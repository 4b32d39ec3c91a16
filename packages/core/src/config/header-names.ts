import {
  CORS_NON_WILDCARD_REQUEST_HEADER,
  isCorsRequestHeader,
  isCorsResponseHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from '../fetch-standard/header-names.js'
import { isToken } from '../fetch-standard/tokens.js'
import type { Mistake } from './issue-list.js'
import type { NameRules } from './name-list.js'

const check =
  (
    sender: string,
    isMisplaced: (name: string) => boolean,
    isForbidden: (name: string) => boolean,
    why: string,
  ) =>
  (name: string): Mistake | undefined => {
    const lowerCase = name.toLowerCase()
    if (!isToken(name)) return ['header-invalid', 'A header name is one token, such as "X-Request-Id".']
    if (isMisplaced(lowerCase)) return ['header-misplaced', `Only ${sender} send it. Remove it.`]
    return isForbidden(lowerCase) ? ['header-forbidden', `${why} Remove it.`] : undefined
  }

/** A list as a header has it. */
export const namesValue = (names: '*' | readonly string[]): string => [names].flat().join(', ')

const shared = {
  kind: 'header name',
  normalize: (name: string): string => name.toLowerCase(),
  headerValue: namesValue,
}

export const ALLOWED_HEADER_RULES: NameRules = {
  ...shared,
  example: '["Content-Type", "Authorization"]',
  check: check('servers', isCorsResponseHeader, isForbiddenRequestHeader, 'No script can send it.'),
  // The standard's wildcard does not cover it: it must be said that it is meant.
  besideWildcard: [CORS_NON_WILDCARD_REQUEST_HEADER],
}

export const EXPOSED_HEADER_RULES: NameRules = {
  ...shared,
  example: '["ETag"]',
  check: check(
    'browsers',
    (name) => name === 'origin' || isCorsRequestHeader(name),
    isForbiddenResponseHeader,
    'No script can read it.',
  ),
  besideWildcard: [],
}

import {
  CORS_NON_WILDCARD_REQUEST_HEADER,
  isCorsRequestHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from '../fetch-standard/header-names.js'
import type { NameRules } from './name-list.js'

/** A list as a header has it. */
export const namesValue = (names: '*' | readonly string[]): string => [names].flat().join(', ')

const misplaced =
  (sender: string, isMisplaced: (name: string) => boolean): NameRules['explain'] =>
  (name) =>
    isMisplaced(name) ? ['header-misplaced', `Only ${sender} send it. Remove it.`] : undefined

const shared = {
  kind: 'header',
  normalize: (name: string): string => name.toLowerCase(),
  headerValue: namesValue,
} as const

export const ALLOWED_HEADER_RULES: NameRules = {
  ...shared,
  example: 'Content-Type',
  use: 'send',
  isForbidden: isForbiddenRequestHeader,
  // Those of requests are forbidden, which is told first.
  explain: misplaced('servers', (name) => name.startsWith('access-control-')),
  // The standard's wildcard does not cover it: it must be said that it is meant.
  besideWildcard: CORS_NON_WILDCARD_REQUEST_HEADER,
}

export const EXPOSED_HEADER_RULES: NameRules = {
  ...shared,
  example: 'ETag',
  use: 'read',
  isForbidden: isForbiddenResponseHeader,
  explain: misplaced('browsers', (name) => name === 'origin' || isCorsRequestHeader(name)),
}

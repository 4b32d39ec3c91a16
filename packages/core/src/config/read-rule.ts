import type { NormalizedCorsRule } from './cors-config.js'
import { ALLOWED_HEADER_RULES, EXPOSED_HEADER_RULES } from './header-names.js'
import type { IssueList } from './issue-list.js'
import { METHOD_RULES } from './methods.js'
import { readNames } from './name-list.js'
import { type Origins, readOrigins } from './origins.js'
import { readOwnProperties } from './read-own.js'
import { DEFAULT_LOOKUP_TIMEOUT, readBoolean, readLookupTimeout, readMaxAge } from './scalars.js'
import { checkOptionNames } from './unknown-options.js'

/** A checked rule: what `policy.config` shows, and its origins taken apart. */
export interface CheckedRule {
  /** As written, for messages. */
  readonly value: unknown
  readonly normalized: NormalizedCorsRule
  readonly origins: Origins
}

/** Read one rule. Every option is looked at, whatever is wrong with the others. */
export const readRule = (value: unknown, issues: IssueList): CheckedRule | undefined => {
  const options = readOwnProperties(value, issues)
  if (options === undefined) return undefined
  const option = <Value>(name: string, read: (value: unknown, issues: IssueList) => Value): Value =>
    read(options.get(name), issues.at(name))

  checkOptionNames(options, issues)
  const credentials = option('credentials', readBoolean)
  const dangerouslyAllowInsecureOrigins = option('dangerouslyAllowInsecureOrigins', readBoolean)
  const dangerouslyAllowPublicSuffixes = option('dangerouslyAllowPublicSuffixes', readBoolean)
  const conditions = { credentials, dangerouslyAllowInsecureOrigins, dangerouslyAllowPublicSuffixes }
  const origins = option('origins', (origins, at) => readOrigins(origins, conditions, at))
  const methods = option('methods', (names, at) => readNames(names, METHOD_RULES, at))
  const allowedHeaders = option('allowedHeaders', (names, at) => readNames(names, ALLOWED_HEADER_RULES, at))
  const exposedHeaders = option('exposedHeaders', (names, at) => readNames(names, EXPOSED_HEADER_RULES, at))
  if (credentials && exposedHeaders.includes('*')) {
    const message = 'With credentials browsers take "*" for a header of that name. List the headers.'
    issues.at('exposedHeaders').add('*', 'exposed-any-with-credentials', message)
  }
  const maxAge = option('maxAge', readMaxAge)
  const lookupTimeout = option('lookupTimeout', readLookupTimeout) ?? DEFAULT_LOOKUP_TIMEOUT
  const normalized = Object.freeze({
    origins: origins.normalized,
    credentials,
    methods,
    allowedHeaders,
    exposedHeaders,
    ...(maxAge === undefined ? {} : { maxAge }),
    lookupTimeout,
    dangerouslyAllowInsecureOrigins,
    dangerouslyAllowPublicSuffixes,
  })
  return { value, normalized, origins }
}

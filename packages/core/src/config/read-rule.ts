import type { NormalizedCorsRule } from './cors-config.js'
import type { IssueList } from './issue-list.js'
import { readNames } from './name-list.js'
import { NAME_RULES, type NameOption } from './name-rules.js'
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
  /** For what is wrong with it beside other rules. */
  readonly issues: IssueList
}

/** Read one rule. Every option is looked at, whatever is wrong with the others. */
export const readRule = (value: unknown, issues: IssueList): CheckedRule | undefined => {
  const options = readOwnProperties(value, issues)
  if (options === undefined) return undefined
  const option = <Value>(name: string, read: (value: unknown, issues: IssueList) => Value): Value =>
    read(options.get(name), issues.at(name))
  const names = (name: NameOption) => option(name, (value, at) => readNames(value, NAME_RULES[name], at))

  checkOptionNames(options, issues)
  const credentials = option('credentials', readBoolean)
  const dangerouslyAllowInsecureOrigins = option('dangerouslyAllowInsecureOrigins', readBoolean)
  const dangerouslyAllowPublicSuffixes = option('dangerouslyAllowPublicSuffixes', readBoolean)
  const conditions = { credentials, dangerouslyAllowInsecureOrigins, dangerouslyAllowPublicSuffixes }
  const origins = option('origins', (origins, at) => readOrigins(origins, conditions, at))
  const methods = names('methods')
  const allowedHeaders = names('allowedHeaders')
  const exposedHeaders = names('exposedHeaders')
  if (credentials && exposedHeaders.includes('*')) {
    const message = 'With credentials "*" is a header of that name. List the headers.'
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
  return { value, normalized, origins, issues }
}

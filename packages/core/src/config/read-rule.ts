import type { NormalizedCorsRule } from './cors-config.js'
import type { IssueList } from './issue-list.js'
import { OPTIONS } from './options.js'
import type { Origins } from './origins.js'
import { readOwnProperties } from './read-own.js'
import { checkOptionNames } from './unknown-options.js'

/** The options of a rule, checked and completed; its origins taken apart. */
export interface ReadOptions extends Omit<Required<NormalizedCorsRule>, 'origins' | 'maxAge'> {
  readonly origins: Origins
  readonly maxAge: number | undefined
}

/** A checked rule. */
export interface CheckedRule {
  /** As written, for messages. */
  readonly value: unknown
  readonly options: ReadOptions
  /** For what is wrong with it beside other rules. */
  readonly issues: IssueList
}

/** Read one rule. Every option is looked at, whatever is wrong with the others. */
export const readRule = (value: unknown, issues: IssueList): CheckedRule | undefined => {
  const given = readOwnProperties(value, issues)
  if (!given) return undefined
  checkOptionNames(given, issues)
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { read }]) => [name, read(given.get(name), issues.at(name), given)]),
  ) as unknown as ReadOptions
  return { value, options, issues }
}

/** What `policy.config` shows of a rule. */
export const normalizedRule = ({ origins, maxAge, ...options }: ReadOptions): NormalizedCorsRule =>
  Object.freeze({
    origins: origins.normalized,
    ...options,
    ...(maxAge === undefined ? {} : { maxAge }),
  })

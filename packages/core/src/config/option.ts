import type { IssueList } from './issue-list.js'

/** One option of a rule. */
export interface Option<Value> {
  /**
   * Check the value, and give it as it is kept.
   *
   * @param options all of the rule, each read once: some mistakes are only mistakes beside others
   */
  readonly read: (value: unknown, issues: IssueList, options: ReadonlyMap<string, unknown>) => Value
  /**
   * A value in the way of another library, as this option takes it, as code; `undefined` if that is not certain.
   * The value is only looked at: what it grants is nobody's business here.
   */
  readonly write: (value: unknown) => string | undefined
}

import type { IssueList } from './issue-list.js'

/** Everything that a rule says, each read once: some mistakes are only mistakes beside others. */
export type RuleAsWritten = ReadonlyMap<string, unknown>

/** One option of a rule. */
export interface Option<Value> {
  /** Check the value, and give it as it is kept. */
  readonly read: (value: unknown, issues: IssueList, rule: RuleAsWritten) => Value
  /**
   * A value in the way of another library, as this option takes it, as code; `undefined` if that is not certain.
   * Code is accepted, beside the rule's other options, too; some have no counterpart, and get a sentence.
   */
  readonly write: (value: unknown, rule: RuleAsWritten) => string | undefined
}

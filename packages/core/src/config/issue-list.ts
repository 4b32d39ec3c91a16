import type { CorsConfigCode, CorsConfigIssue } from './config-error.js'

/** What is wrong with a value, but for where. */
export type Mistake = readonly [code: CorsConfigCode, message: string, suggestion?: string | undefined]

/** Collects all mistakes, so that they are reported at once, from the place where a reader of options stands. */
export class IssueList {
  readonly issues: CorsConfigIssue[]
  readonly #path: readonly (string | number)[]

  constructor(issues: CorsConfigIssue[] = [], path: readonly (string | number)[] = []) {
    this.issues = issues
    this.#path = path
  }

  /** The same list, one step further down. Of a member of a list only for a mistake: there may be 100,000. */
  at(step: string | number): IssueList {
    return new IssueList(this.issues, [...this.#path, step])
  }

  add(value: unknown, ...[code, message, suggestion]: Mistake): void {
    const issue = { code, path: this.#path, value, message }
    this.issues.push(suggestion === undefined ? issue : { ...issue, suggestion })
  }
}

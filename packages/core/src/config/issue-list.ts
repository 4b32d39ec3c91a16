import type { CorsConfigCode, CorsConfigIssue } from './config-error.js'

/** What is wrong with a value, but for where. */
export type Mistake = readonly [code: CorsConfigCode, message: string, suggestion?: string | undefined]

/** Collects all mistakes, so that they are reported at once, from the place where a reader of options stands. */
export class IssueList {
  readonly issues: CorsConfigIssue[]
  readonly #parent: IssueList | undefined
  readonly #step: string | number

  constructor(issues: CorsConfigIssue[] = [], parent?: IssueList, step: string | number = '') {
    this.issues = issues
    this.#parent = parent
    this.#step = step
  }

  /** The same list, one step further down. */
  at(step: string | number): IssueList {
    return new IssueList(this.issues, this, step)
  }

  add(value: unknown, ...[code, message, suggestion]: Mistake): void {
    const issue = { code, path: this.#path(), value, message }
    this.issues.push(suggestion === undefined ? issue : { ...issue, suggestion })
  }

  /** Put together for a mistake only: a list of 100,000 origins has as many places, and none of them is told. */
  #path(): (string | number)[] {
    return this.#parent === undefined ? [] : [...this.#parent.#path(), this.#step]
  }
}

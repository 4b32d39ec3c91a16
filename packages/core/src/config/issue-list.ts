import type { CorsConfigCode, CorsConfigIssue } from './config-error.js'

/** What is wrong with a value: an issue, but for where. */
export type Mistake = Omit<CorsConfigIssue, 'path' | 'value'>

export const mistake = (code: CorsConfigCode, message: string, suggestion?: string): Mistake =>
  suggestion === undefined ? { code, message } : { code, message, suggestion }

/** Collects all mistakes, so that they are reported at once, from the place where a reader of options stands. */
export class IssueList {
  readonly issues: CorsConfigIssue[]
  readonly #path: CorsConfigIssue['path']

  constructor(issues: CorsConfigIssue[] = [], path: CorsConfigIssue['path'] = []) {
    this.issues = issues
    this.#path = path
  }

  /** The same list, one step further down. */
  at(step: string | number): IssueList {
    return new IssueList(this.issues, [...this.#path, step])
  }

  add(value: unknown, found: Mistake): void {
    this.issues.push({ path: this.#path, value, ...found })
  }
}

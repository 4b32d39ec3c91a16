import type { ConformanceCase } from '../case.js'

export interface PassedResult {
  readonly status: 'passed'
  readonly case: ConformanceCase
}

export interface FailedResult {
  readonly status: 'failed'
  readonly case: ConformanceCase
  /** What was expected and what came instead, one difference a line. */
  readonly differences: readonly string[]
  /** The head of the response, where one came. */
  readonly response?: string
}

export interface SkippedResult {
  /** `skipped`: it was run, and fails as announced. `inapplicable`: it could not be run. */
  readonly status: 'skipped' | 'inapplicable'
  readonly case: ConformanceCase
  readonly reason: string
}

export type CaseResult = PassedResult | FailedResult | SkippedResult

/** A failure, readable: the case, the request, each difference, and what came. */
export const formatFailure = ({ case: each, differences, response }: FailedResult): string => {
  const request =
    'request' in each
      ? [
          `  ${each.request.method} ${each.request.path}`,
          ...each.request.headers.map(([name, value]) => `  ${name}: ${shortened(value)}`),
        ]
      : []
  return [
    `${each.id} (${each.level}): ${each.title}`,
    ...request,
    'differs:',
    ...differences.map((difference) => `  ${difference}`),
    ...(response === undefined ? [] : ['got:', ...response.split('\n').map((line) => `  ${line}`)]),
    `see ${each.spec}`,
  ].join('\n')
}

const shortened = (text: string): string =>
  text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text

import type { CorsConfigCode } from '../../src/index.js'
import type { Source } from './sources.js'

/** What is wrong, where, and what is suggested: a text, a part of it, or nothing. */
export type ExpectedIssue = readonly [
  code: CorsConfigCode,
  path: readonly (string | number)[],
  suggestion?: string | RegExp | undefined,
]

/** A configuration that must be refused, with exactly these issues. */
export interface InvalidCase {
  readonly source: Source
  readonly config: unknown
  readonly issues: readonly ExpectedIssue[]
}

/** A configuration that must be accepted. */
export interface ValidCase {
  readonly source: Source
  readonly config: unknown
}

export const invalid = (source: Source, config: unknown, ...issues: ExpectedIssue[]): InvalidCase => ({
  source,
  config,
  issues,
})

/** One wrong member of `origins`. */
export const member =
  (code: CorsConfigCode) =>
  (source: Source, origin: unknown, suggestion?: string | RegExp): InvalidCase =>
    invalid(source, { origins: ['https://good.example', origin] }, [code, ['origins', 1], suggestion])

/** One wrong origin of a rule with credentials. */
export const credentialed =
  (code: CorsConfigCode) =>
  (source: Source, origin: string, suggestion?: string): InvalidCase =>
    invalid(source, { origins: [origin], credentials: true }, [code, ['origins', 0], suggestion])

/** One wrong value of an option. */
export const option =
  (name: string, code: CorsConfigCode) =>
  (source: Source, value: unknown, suggestion?: string | RegExp): InvalidCase =>
    invalid(source, { origins: ['https://good.example'], [name]: value }, [code, [name], suggestion])

/** One wrong name of a list. */
export const named =
  (list: string, code: CorsConfigCode) =>
  (source: Source, name: unknown, suggestion?: string): InvalidCase =>
    invalid(source, { origins: ['https://good.example'], [list]: [name] }, [code, [list, 0], suggestion])

export const valid = (source: Source, config: unknown): ValidCase => ({ source, config })

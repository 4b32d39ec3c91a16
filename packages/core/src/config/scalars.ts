import { type IssueList, mistake } from './issue-list.js'

/** An option that is `false` unless it is exactly `true`. */
export const readBoolean = (value: unknown, issues: IssueList): boolean => {
  if (value === undefined || typeof value === 'boolean') return value === true
  const suggestion = value === 'true' || value === 'false' ? value : undefined
  issues.add(value, mistake('config-type', 'It is true or false.', suggestion))
  return false
}

const isIntegerWithin = (value: unknown, minimum: number, maximum: number): value is number =>
  Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum

const MAXIMUM_AGE = 86_400

/**
 * Seconds. Firefox keeps an answer for at most a day, Chromium for two hours: more would be a promise that no
 * browser keeps.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
 */
export const readMaxAge = (value: unknown, issues: IssueList): number | undefined => {
  if (value === undefined) return undefined
  // Adding zero turns -0 into 0.
  if (isIntegerWithin(value, 0, MAXIMUM_AGE)) return value + 0
  const seconds = typeof value === 'string' ? Number(value) : value
  const suggestion = isIntegerWithin(seconds, 0, MAXIMUM_AGE) && value !== '' ? String(seconds) : undefined
  issues.add(value, mistake('max-age-invalid', 'It is a whole number of seconds, 0 to 86400.', suggestion))
  return undefined
}

export const DEFAULT_LOOKUP_TIMEOUT = 5_000

/** Milliseconds. */
export const readLookupTimeout = (value: unknown, issues: IssueList): number => {
  if (value === undefined) return DEFAULT_LOOKUP_TIMEOUT
  if (isIntegerWithin(value, 1, 60_000)) return value
  issues.add(value, mistake('lookup-timeout-invalid', 'It is a whole number of milliseconds, 1 to 60000.'))
  return DEFAULT_LOOKUP_TIMEOUT
}

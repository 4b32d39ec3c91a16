import type { CorsConfigCode } from './config-error.js'
import type { IssueList } from './issue-list.js'

/** An option that is `false` unless it is exactly `true`. */
export const readBoolean = (value: unknown, issues: IssueList): boolean => {
  if (value === undefined || typeof value === 'boolean') return value === true
  const isText = value === 'true' || value === 'false'
  issues.add(value, 'config-type', 'It is true or false.', isText ? value : undefined)
  return false
}

const readInteger =
  (code: CorsConfigCode, unit: string, minimum: number, maximum: number) =>
  (value: unknown, issues: IssueList): number | undefined => {
    const isFine = (number: unknown): number is number =>
      Number.isInteger(number) && (number as number) >= minimum && (number as number) <= maximum
    // Adding zero turns -0 into 0.
    if (isFine(value)) return value + 0
    if (value !== undefined) {
      const isText = typeof value === 'string' && value !== '' && isFine(Number(value))
      const message = `A whole number of ${unit}, ${minimum} to ${maximum}.`
      issues.add(
        value,
        code,
        message,
        value === null ? 'remove it' : isText ? String(Number(value)) : undefined,
      )
    }
    return undefined
  }

/** A reader of one number; `undefined` where there is none, or none that is right. */
export type ReadNumber = ReturnType<typeof readInteger>

/**
 * Seconds. Firefox keeps an answer for at most a day, Chromium for two hours: more would be a promise that no
 * browser keeps.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
 */
export const readMaxAge: ReadNumber = readInteger('max-age-invalid', 'seconds', 0, 86_400)

/** Milliseconds. */
export const readLookupTimeout: ReadNumber = readInteger('lookup-timeout-invalid', 'milliseconds', 1, 60_000)

export const DEFAULT_LOOKUP_TIMEOUT = 5_000

import { DEFAULT_LOOKUP_TIMEOUT } from '../bounds.js'
import type { CorsConfigCode } from './config-error.js'
import { attempt } from './inspect.js'
import type { Option } from './option.js'

/** An option of one value. `accept` gives what is right, as it is kept; `otherwise` stands for what is absent or wrong. */
const scalar = <Value extends boolean | number, Otherwise>(
  code: CorsConfigCode,
  expected: string,
  accept: (value: unknown) => Value | undefined,
  otherwise: Otherwise,
): Option<Value | Otherwise> => {
  // A text may say it, as a variable of the environment does.
  const write = (value: unknown): string | undefined =>
    accept(typeof value === 'string' ? attempt(() => JSON.parse(value)) : value)?.toString()
  return {
    read(value, issues) {
      const accepted = accept(value)
      if (value !== undefined && accepted === undefined) {
        issues.add(value, code, `It is ${expected}.`, value === null ? 'remove it' : write(value))
      }
      return accepted ?? otherwise
    },
    write,
  }
}

const integer = <Otherwise>(
  code: CorsConfigCode,
  unit: string,
  minimum: number,
  maximum: number,
  otherwise: Otherwise,
): Option<number | Otherwise> =>
  scalar(
    code,
    `a whole number of ${unit}, ${minimum} to ${maximum}`,
    (value) =>
      // Adding zero turns -0 into 0.
      Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum
        ? (value as number) + 0
        : undefined,
    otherwise,
  )

/** An option that is `false` unless it is exactly `true`. */
export const BOOLEAN_OPTION: Option<boolean> = scalar(
  'config-type',
  'true or false',
  (value) => (typeof value === 'boolean' ? value : undefined),
  false,
)

/**
 * Seconds. Firefox keeps an answer for at most a day, Chromium for two hours: more would be a promise that no
 * browser keeps.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-max-age
 */
export const MAX_AGE_OPTION: Option<number | undefined> = integer(
  'max-age-invalid',
  'seconds',
  0,
  86_400,
  undefined,
)

/** Milliseconds. */
export const LOOKUP_TIMEOUT_OPTION: Option<number> = integer(
  'lookup-timeout-invalid',
  'milliseconds',
  1,
  60_000,
  DEFAULT_LOOKUP_TIMEOUT,
)

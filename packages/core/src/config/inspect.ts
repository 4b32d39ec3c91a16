/**
 * Looking at values of which nothing is known. A proxy can throw at whatever is asked of it, and a mistake in a
 * configuration must be told, not crash the telling.
 */

/** `undefined` where looking fails. */
export const attempt = <Value>(look: () => Value): Value | undefined => {
  try {
    return look()
  } catch {
    return undefined
  }
}

/** `Array`, `Date`, or what the value says of itself. */
export const tagOf = (value: unknown): string =>
  attempt(() => Object.prototype.toString.call(value).slice(8, -1)) ?? 'unreadable'

export const isArray = (value: unknown): value is readonly unknown[] =>
  attempt(() => Array.isArray(value)) === true

export const textOf = (value: unknown): string => attempt(() => String(value)) ?? 'for an unknown reason'

const readSource = Object.getOwnPropertyDescriptor(RegExp.prototype, 'source')?.get

/** The source of a regular expression, of whatever realm; `undefined` for anything else, whatever it says of itself. */
export const regExpSource = (value: unknown): string | undefined =>
  attempt(() => readSource?.call(value) as string | undefined)

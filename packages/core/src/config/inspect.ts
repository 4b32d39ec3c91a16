/**
 * Looking at values of which nothing is known. A proxy can throw at whatever is asked of it, and a mistake in a
 * configuration must be told, not crash the telling.
 */

/** `undefined` where looking fails. */
export const attempt = <Value>(look: () => Value, explain?: (error: unknown) => void): Value | undefined => {
  try {
    return look()
  } catch (error) {
    explain?.(error)
    return undefined
  }
}

/** `Array`, `Date`, or what the value says of itself; if it does not let itself be asked, it is some object. */
export const tagOf = (value: unknown): string =>
  attempt(() => Object.prototype.toString.call(value).slice(8, -1)) ?? 'Object'

/** Whatever was thrown, as text: an object without a prototype is none. */
export const errorText = (error: unknown): string => attempt(() => String(error)) ?? tagOf(error)

export const isArray = (value: unknown): value is readonly unknown[] =>
  attempt(() => Array.isArray(value)) === true

/** The source of a regular expression, of whatever realm; `undefined` for anything else. */
export const regExpSource = (value: unknown): string | undefined =>
  tagOf(value) === 'RegExp' ? attempt(() => String((value as RegExp).source)) : undefined

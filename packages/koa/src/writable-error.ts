/**
 * Koa's error handling writes `status` into the error. With a frozen one that fails, and without any error it does
 * nothing: no response is ever written. So these two are replaced, and every other error stays what it is.
 *
 * @returns the error, or a copy of the same class with the same properties
 */
export const writableError = (error: unknown): unknown => {
  if (error === undefined || error === null) return new Error(`non-error thrown: ${error}`)
  if (!(error instanceof Error) || Object.isExtensible(error)) return error
  const copy: Error = Object.setPrototypeOf(new Error(error.message), Object.getPrototypeOf(error))
  for (const key of Reflect.ownKeys(error)) {
    Object.defineProperty(copy, key, {
      value: Reflect.get(error, key),
      enumerable: Object.prototype.propertyIsEnumerable.call(error, key),
      configurable: true,
      writable: true,
    })
  }
  return copy
}

import { isToken } from './token.js'

const upperCase = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export const isSafelistedMethod = (method: string): boolean =>
  method === 'GET' || method === 'HEAD' || method === 'POST'

/** @see https://fetch.spec.whatwg.org/#forbidden-method */
export const isForbiddenMethod = (method: string): boolean =>
  ['CONNECT', 'TRACE', 'TRACK'].includes(upperCase(method))

/**
 * Only these six are put into upper case: `patch` stays `patch`, and is another method than `PATCH`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 */
export const normalizeMethod = (method: string): string => {
  const upper = upperCase(method)
  return ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'].includes(upper) ? upper : method
}

/** May a script ask for it? */
export const isMethodOfScripts = (method: string): boolean => isToken(method) && !isForbiddenMethod(method)

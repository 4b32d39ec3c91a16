/** @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export const CORS_SAFELISTED_METHODS: readonly string[] = ['GET', 'HEAD', 'POST']

const FORBIDDEN_METHODS: readonly string[] = ['CONNECT', 'TRACE', 'TRACK']

/**
 * No browser sends these, in any case.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-method
 */
export const isForbiddenMethod = (method: string): boolean => FORBIDDEN_METHODS.includes(method.toUpperCase())

/**
 * Methods in use that are registered in upper case. Browsers themselves normalise `put` and `delete`, so the
 * lower-case spelling never matches; they do not normalise `patch`, so it matches only another slip.
 *
 * @see https://fetch.spec.whatwg.org/#concept-method-normalize
 * @see https://www.iana.org/assignments/http-methods
 */
export const REGISTERED_METHODS: readonly string[] =
  'GET HEAD POST PUT DELETE OPTIONS PATCH QUERY COPY LOCK MKCOL MOVE PROPFIND PROPPATCH REPORT SEARCH UNLOCK'.split(
    ' ',
  )

/**
 * What an answer depends on, for caches.
 *
 * @see https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5
 */
export const VARY_NONE: readonly string[] = Object.freeze([])
export const VARY_ACTUAL: readonly string[] = Object.freeze(['Origin'])
/** Not needed by browsers, which never cache OPTIONS; some CDNs can be told to. */
export const VARY_PREFLIGHT: readonly string[] = Object.freeze(['Origin', 'Access-Control-Request-Method'])
export const VARY_PREFLIGHT_HEADERS: readonly string[] = Object.freeze([
  ...VARY_PREFLIGHT,
  'Access-Control-Request-Headers',
])
/** Nothing may be stored. */
export const VARY_ANYTHING: readonly string[] = Object.freeze(['*'])

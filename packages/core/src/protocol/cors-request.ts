/**
 * The four strings that CORS reads from a request, and one thing that only an adapter can know.
 *
 * A header that is absent is `undefined`; a header that is present and empty is `''`.
 *
 * @see https://fetch.spec.whatwg.org/#http-requests
 */
export interface CorsRequest {
  /** The request method, byte for byte. */
  readonly method: string
  /** `Origin`. Repeated field lines are joined by `", "`, and then match nothing. */
  readonly origin: string | undefined
  /** `Access-Control-Request-Method`. */
  readonly accessControlRequestMethod: string | undefined
  /** `Access-Control-Request-Headers`, field lines joined by `","`. */
  readonly accessControlRequestHeaders: string | undefined
  /**
   * Set by an adapter where another method of the same URL may have another policy. Browsers key the
   * CORS-preflight cache by origin, URL and credentials, not by route, so the answer must not be kept:
   * `access-control-max-age` is then `0`.
   */
  readonly preflightUncacheable?: boolean
}

export type CorsRequestKind = 'non-cors' | 'actual' | 'preflight'

/**
 * A CORS-preflight request is told from an application's own OPTIONS by both headers being present. An
 * empty value counts as present: otherwise a crafted preflight would reach the application.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-request
 */
export const kindOf = (request: CorsRequest): CorsRequestKind =>
  request.origin === undefined ? 'non-cors' : isPreflight(request) ? 'preflight' : 'actual'

/** Of a request that has an origin. So short that V8 compiles it into whatever asks, and the request needs no object. */
export const isPreflight = (request: CorsRequest): boolean =>
  request.method === 'OPTIONS' && request.accessControlRequestMethod !== undefined

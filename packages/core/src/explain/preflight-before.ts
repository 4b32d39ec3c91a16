import { isSafelistedMethod } from '../browser-model/method.js'
import type { CorsRequest } from '../protocol/cors-request.js'

/**
 * The preflight that a browser sends before an actual request because of its method; `undefined` where the method
 * needs none. What it asks because of header names is not known from the actual request.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export const preflightBefore = (request: CorsRequest): CorsRequest | undefined =>
  isSafelistedMethod(request.method)
    ? undefined
    : {
        ...request,
        method: 'OPTIONS',
        accessControlRequestMethod: request.method,
        accessControlRequestHeaders: undefined,
      }

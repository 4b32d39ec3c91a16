import type { BrowserRequest } from './browser-request.js'
import type { ParsedUrl } from './parsed-url.js'

/** `null` for an opaque origin, which is the same origin as nothing, itself included. */
export const originOf = (url: ParsedUrl): string => url.origin

export const isSameOrigin = (a: string, b: string): boolean => a === b && a !== 'null'

/**
 * A request that was redirected from a third party's origin to yet another one no longer speaks for the page:
 * its origin is sent, and compared, as `null`.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 * @see https://fetch.spec.whatwg.org/#serializing-a-request-origin
 */
export const serializedRequestOrigin = (
  origin: BrowserRequest['origin'],
  urlList: readonly ParsedUrl[],
): string => {
  const origins = urlList.map(originOf)
  const isTainted = origins.some((current, index) => {
    const last = origins[index - 1]
    return last !== undefined && !isSameOrigin(current, last) && !isSameOrigin(origin, last)
  })
  return isTainted ? 'null' : origin
}

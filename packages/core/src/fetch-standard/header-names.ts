/**
 * Names that a script can never set, so that to allow them means nothing.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
const FORBIDDEN_REQUEST_HEADERS: ReadonlySet<string> = new Set(
  (
    'accept-charset accept-encoding access-control-request-headers access-control-request-method ' +
    'access-control-request-private-network connection content-length cookie cookie2 date dnt expect host keep-alive ' +
    'origin referer set-cookie te trailer transfer-encoding upgrade via'
  ).split(' '),
)

/** @param name in lower case */
export const isForbiddenRequestHeader = (name: string): boolean =>
  FORBIDDEN_REQUEST_HEADERS.has(name) || name.startsWith('proxy-') || name.startsWith('sec-')

/**
 * No script can read these, whatever is exposed.
 *
 * @param name in lower case
 * @see https://fetch.spec.whatwg.org/#forbidden-response-header-name
 */
export const isForbiddenResponseHeader = (name: string): boolean =>
  name === 'set-cookie' || name === 'set-cookie2'

/** @param name in lower case */
export const isCorsRequestHeader = (name: string): boolean => name.startsWith('access-control-request-')

/** @param name in lower case */
export const isCorsResponseHeader = (name: string): boolean =>
  name.startsWith('access-control-') && !isCorsRequestHeader(name)

/**
 * The wildcard does not cover it.
 *
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export const CORS_NON_WILDCARD_REQUEST_HEADER: string = 'authorization'

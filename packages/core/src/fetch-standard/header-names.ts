/** @param name in lower case */
export const isCorsRequestHeader = (name: string): boolean => name.startsWith('access-control-request-')

const FORBIDDEN_REQUEST_HEADERS: readonly string[] = (
  'accept-charset accept-encoding connection content-length cookie cookie2 date dnt expect host keep-alive origin ' +
  'referer set-cookie te trailer transfer-encoding upgrade via'
).split(' ')

/**
 * Names that a script can never set, so that to allow them means nothing. Of the CORS request headers the standard
 * lists each by itself; the only other one that was ever sent, `Access-Control-Request-Private-Network`, Chromium
 * kept from scripts, too.
 *
 * @param name in lower case
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export const isForbiddenRequestHeader = (name: string): boolean =>
  FORBIDDEN_REQUEST_HEADERS.includes(name) ||
  isCorsRequestHeader(name) ||
  name.startsWith('proxy-') ||
  name.startsWith('sec-')

/**
 * No script can read these, whatever is exposed.
 *
 * @param name in lower case
 * @see https://fetch.spec.whatwg.org/#forbidden-response-header-name
 */
export const isForbiddenResponseHeader = (name: string): boolean => /^set-cookie2?$/.test(name)

/**
 * The wildcard does not cover it.
 *
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export const CORS_NON_WILDCARD_REQUEST_HEADER: string = 'authorization'

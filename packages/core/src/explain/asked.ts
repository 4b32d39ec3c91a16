import { isForbiddenRequestHeader } from '../browser-model/forbidden-request-header.js'
import { byteLowercase, sortedLowercaseSet } from '../browser-model/header-list.js'
import { isMethodOfScripts, normalizeMethod } from '../browser-model/method.js'
import type { Refusal } from '../browser-model/refusal.js'
import { isToken } from '../browser-model/token.js'
import { HTTP_TAB_OR_SPACE, trim } from '../browser-model/trim.js'
import { type CorsRequest, kindOf } from '../protocol/cors-request.js'
import { quoted } from './quoted.js'

/** What the script behind a request asks for, as far as the request tells. */
export interface Asked {
  readonly origin: string
  readonly method: string
  /** In lower case. Only a preflight has them. */
  readonly headerNames: readonly string[]
}

/** @param origin the request's, which a CORS request has */
export const askedBy = (request: CorsRequest, origin: string): Asked =>
  kindOf(request) === 'preflight'
    ? {
        origin,
        method: request.accessControlRequestMethod ?? '',
        headerNames: namesIn(request.accessControlRequestHeaders ?? ''),
      }
    : { origin, method: request.method, headerNames: [] }

const namesIn = (list: string): readonly string[] =>
  sortedLowercaseSet(
    list
      .split(',')
      .map((element) => trim(element, HTTP_TAB_OR_SPACE))
      .filter((element) => element !== ''),
  )

const spec = 'https://fetch.spec.whatwg.org/#dom-request'

/** Why no script in a browser could have asked for this; `undefined` if one could. */
export const refusalOfScript = ({ method, headerNames }: Asked): Refusal | undefined => {
  if (!isMethodOfScripts(method)) {
    return { reason: 'request-invalid', message: `no script may use the method ${quoted(method)}`, spec }
  }
  if (normalizeMethod(method) !== method) {
    const message = `a browser writes ${quoted(method)} as ${normalizeMethod(method)}`
    return {
      reason: 'request-invalid',
      message,
      spec: 'https://fetch.spec.whatwg.org/#concept-method-normalize',
    }
  }
  const name = headerNames.find(
    (each) => !isToken(each) || isForbiddenRequestHeader([byteLowercase(each), '']),
  )
  return name === undefined
    ? undefined
    : { reason: 'request-invalid', message: `no script may set the header ${quoted(name)}`, spec }
}

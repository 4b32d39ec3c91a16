import type { BrowserRequest, CredentialsMode } from './browser-request.js'
import { isForbiddenRequestHeader } from './forbidden-request-header.js'
import { getHeader, normalizeValue } from './header-list.js'
import { isMethodOfScripts, normalizeMethod } from './method.js'
import { type ParsedUrl, parseUrl } from './parsed-url.js'
import type { Refusal } from './refusal.js'
import { serializedRequestOrigin } from './request-origin.js'
import { isToken } from './token.js'
import type { HeaderField } from './wire.js'

/** The standard's request: it changes while redirects are followed. */
export interface RequestState {
  readonly origin: string
  readonly credentials: CredentialsMode
  readonly useCorsPreflight: boolean
  readonly redirect: 'follow' | 'error'
  readonly urlList: ParsedUrl[]
  method: string
  headers: readonly HeaderField[]
  body: string | undefined
  responseTainting: 'basic' | 'cors'
}

export const currentUrl = (request: RequestState): ParsedUrl =>
  request.urlList[request.urlList.length - 1] as ParsedUrl

export const serializedOrigin = (request: RequestState): string =>
  serializedRequestOrigin(request.origin, request.urlList)

const invalid = (message: string, spec: string): Refusal => ({ reason: 'request-invalid', message, spec })

/**
 * What the `Request` constructor and `fetch` do with their arguments: refuse, normalise, drop and complete.
 *
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export const prepareRequest = (request: BrowserRequest): RequestState | Refusal => {
  const spec = 'https://fetch.spec.whatwg.org/#dom-request'
  const { origin, url, method = 'GET', body } = request
  const parsed = parseUrl(url)
  if (parsed === undefined) return invalid(`${url} is not a URL`, spec)
  if (parsed.username !== '' || parsed.password !== '') return invalid('a URL may hold no credentials', spec)
  if (!isMethodOfScripts(method)) return invalid(`no script may use the method ${method}`, spec)
  const normalizedMethod = normalizeMethod(method)
  if (body !== undefined && (normalizedMethod === 'GET' || normalizedMethod === 'HEAD')) {
    return invalid(`a ${normalizedMethod} request has no body`, spec)
  }
  const fields = (request.headers ?? []).map(([name, value]): HeaderField => [name, normalizeValue(value)])
  for (const [name, value] of fields) {
    if (!isToken(name) || /[\0\n\r]|[^\0-\xff]/.test(value))
      return invalid(`bad header ${name}: ${value}`, spec)
  }
  return {
    origin,
    credentials: request.credentials ?? 'same-origin',
    useCorsPreflight: request.uploadListener ?? false,
    redirect: request.redirect ?? 'follow',
    urlList: [parsed],
    method: normalizedMethod,
    headers: completed(
      fields.filter((field) => !isForbiddenRequestHeader(field)),
      body,
    ),
    body,
    responseTainting: 'basic',
  }
}

/** A string has a content type by itself, and `fetch` sets `Accept` before it looks for unsafe headers. */
const completed = (fields: readonly HeaderField[], body: string | undefined): readonly HeaderField[] => [
  ...fields,
  ...(body !== undefined && getHeader(fields, 'content-type') === null
    ? ([['Content-Type', 'text/plain;charset=UTF-8']] as const)
    : []),
  ...(getHeader(fields, 'accept') === null ? ([['Accept', '*/*']] as const) : []),
]

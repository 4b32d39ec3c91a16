import { getDecodeSplit } from './get-decode-split.js'
import { byteLowercase } from './header-list.js'
import { isForbiddenMethod } from './method.js'
import type { HeaderField } from './wire.js'

const forbiddenNames: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

const methodOverrides: readonly string[] = ['x-http-method', 'x-http-method-override', 'x-method-override']

/**
 * A header that a script cannot set: the browser drops it without a word.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export const isForbiddenRequestHeader = ([name, value]: HeaderField): boolean => {
  const lower = byteLowercase(name)
  if (forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) return true
  return methodOverrides.includes(lower) && getDecodeSplit(value).some(isForbiddenMethod)
}

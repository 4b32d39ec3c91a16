import type { Verdict } from '@cors/app-service'
import type { CallResult } from './call-result.js'
import type { Exchange } from './exchange.js'

/** What happened, in the words of what was expected. */
export interface Observed {
  readonly verdict: Verdict
  readonly preflight: 'none' | 'sent'
  /** The status that the script reads. */
  readonly status?: number
  /** The names of the headers that the script reads, sorted, besides the CORS-safelisted ones. */
  readonly headers: readonly string[]
}

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const safelisted: readonly string[] = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]

export const observe = ({ exchanges, script }: CallResult): Observed => {
  const preflight = preflightOf(exchanges) === undefined ? 'none' : 'sent'
  if (!script.readable) {
    return { verdict: answerOf(exchanges) === undefined ? 'unsent' : 'unreadable', preflight, headers: [] }
  }
  const names = script.headers.map(([name]) => name.toLowerCase())
  return {
    verdict: 'readable',
    preflight,
    status: script.status,
    headers: names.filter((name) => !safelisted.includes(name)).sort(),
  }
}

export const preflightOf = (exchanges: readonly Exchange[]): Exchange | undefined =>
  exchanges.find(({ kind }) => kind === 'preflight')

/** The last answer to the request itself: after redirects, if there were any. */
export const answerOf = (exchanges: readonly Exchange[]): Exchange | undefined =>
  exchanges.filter(({ kind }) => kind === 'request').at(-1)

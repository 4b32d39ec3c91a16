import { answeredHeader, answerHeaders } from '@cors/app-service'
import { type Exchange, isPreflight } from '../front/journal.js'
import type { Call } from '../generate/call.js'
import type { Expected, ExpectedExchange } from '../meaning/expected.js'
import type { Seen } from '../page/page-call.js'

/** What really happened: in the page, and on the wire. */
export interface Observed {
  readonly seen: Seen
  readonly exchanges: readonly Exchange[]
}

/** In words. Empty: all is as the policy means. */
export const differences = (
  call: Call,
  expected: Expected,
  { seen, exchanges }: Observed,
): readonly string[] => {
  const found: string[] = []
  const compare = (what: string, wanted: unknown, got: unknown): void => {
    if (wanted !== got) found.push(`${what}: ${String(wanted)} was expected, and it is ${String(got)}`)
  }
  compare('readable', expected.readable, seen.readable)
  if (!seen.readable && call.via === 'fetch') compare('error', 'TypeError', seen.error)
  compare(
    'on the wire',
    expected.exchanges.map(wordsOf).join(', '),
    exchanges.map(observedWords(call)).join(', '),
  )
  if (!(expected.readable && seen.readable)) return found

  if (seen.status !== undefined && expected.status !== undefined)
    compare('status', expected.status, seen.status)
  if (seen.body !== undefined && expected.body !== undefined) compare('body', expected.body, seen.body)
  if (seen.headers !== undefined) {
    const visible = new Set(seen.headers.map((name) => name.toLowerCase()))
    const sent = exchanges.at(-1)?.response?.headers ?? new Map<string, string>()
    const wanted = [...sent.keys(), ...expected.added].filter(expected.sees)
    compare('visible headers', wanted.sort().join(' '), [...visible].sort().join(' '))
  }
  return found
}

const wordsOf = ({ kind, api, isAnswered, hasCookie }: ExpectedExchange): string =>
  `${kind} to ${api}${hasCookie ? ' with cookie' : ''}${isAnswered ? ' answered' : ''}`

const observedWords =
  ({ id }: Call) =>
  (exchange: Exchange): string =>
    wordsOf({
      kind: isPreflight(exchange) ? 'preflight' : 'request',
      api: exchange.origin,
      hasCookie: exchange.request.has('cookie'),
      isAnswered:
        exchange.response?.headers.get(answeredHeader) === id &&
        Object.entries(answerHeaders).every(
          ([name, value]) => exchange.response?.headers.get(name) === value,
        ),
    })

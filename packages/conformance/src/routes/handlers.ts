import type { Behaviour } from './behaviour.js'
import { ownCorsHeaders } from './own-cors-headers.js'

/** What a route answers, as plain data for the framework's own reply. */
export interface RouteReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** `null`: no body. Several pieces are to be streamed one by one. */
  readonly body: string | readonly string[] | null
}

export interface Handlers {
  /** Counts the run, and says what to answer. Throws for `throw` and `reject`. */
  readonly reply: (behaviour: Behaviour) => RouteReply
  /** How many handlers have run. */
  readonly runs: () => number
}

/** Refused before the handler: what a guard, a validation, a hook or a parser would answer. */
const refusals: Partial<Record<Behaviour, RouteReply>> = {
  'bad-request': { status: 400, headers: {}, body: 'bad request' },
  unauthorized: { status: 401, headers: {}, body: 'unauthorized' },
  early: { status: 401, headers: {}, body: 'unauthorized' },
}

const answers: Partial<Record<Behaviour, Partial<RouteReply>>> = {
  created: { status: 201 },
  'no-content': { status: 204, body: null },
  redirect: { status: 302, headers: { location: '/ok' }, body: null },
  'not-modified': { status: 304, headers: { etag: '"1"' }, body: null },
  stream: { body: ['one', 'two', 'three'] },
  events: { headers: { 'content-type': 'text/event-stream' }, body: ['data: one\n\n', 'data: two\n\n'] },
  'own-vary': { headers: { vary: 'Accept-Encoding' } },
  'own-vary-any': { headers: { vary: '*' } },
  'own-vary-origin': { headers: { vary: 'accept-encoding, origin' } },
  'own-cors-headers': { headers: ownCorsHeaders },
}

/**
 * The handlers of the application under test, for adapters whose framework runs in this process. The adapter's
 * test does natively what its framework has a means for (redirects, guards, validation, streams), and may take
 * the rest from here.
 */
export const createHandlers = (): Handlers => {
  let runs = 0
  return {
    runs: () => runs,
    reply: (behaviour) => {
      const refusal = refusals[behaviour]
      if (refusal !== undefined) return refusal
      runs++
      if (behaviour === 'throw' || behaviour === 'reject')
        throw new Error(`This route is made to ${behaviour}.`)
      const { status = 200, headers = {}, body = behaviour } = answers[behaviour] ?? {}
      return { status, headers: { 'content-type': 'text/plain', ...headers, 'x-handler': 'ran' }, body }
    },
  }
}

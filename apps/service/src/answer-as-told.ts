/** In test mode: any method here is answered as the query says, under the policy of the shop. */
export const answerPath = '/answer'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** `undefined` where the status has none. */
  readonly body: string | undefined
  /** Whether the body is to be sent piece by piece: see {@link piecesOf}. */
  readonly streamed: boolean
}

/** Sent with every answer, so that a suite knows which of them a script may read. */
export const answerHeaders = {
  'content-language': 'en',
  'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
  etag: '"as-told"',
  'x-one': '1',
  'x-two': '2',
} as const

/** The query's `case` comes back in it: this handler has run, and nobody else answered. */
export const answeredHeader = 'x-answered'

/**
 * @param query `case`, and if not the usual ones `status`, `location`, `cookie` (a whole `Set-Cookie`), `cache` (a
 *   whole `Cache-Control`), and `as`: `stream` or `events`
 */
export const answerAsTold = (query: URLSearchParams): Answer => {
  const status = Number(query.get('status') ?? 200)
  const as = query.get('as')
  const optional = { location: query.get('location'), 'set-cookie': query.get('cookie') }
  const named = Object.entries(optional).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  // RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5.
  const isEmpty = [204, 205, 304].includes(status)
  return {
    status,
    headers: {
      ...answerHeaders,
      ...(isEmpty
        ? {}
        : { 'content-type': as === 'events' ? 'text/event-stream' : 'text/plain; charset=utf-8' }),
      'cache-control': query.get('cache') ?? 'no-store',
      [answeredHeader]: query.get('case') ?? '',
      ...Object.fromEntries(named),
    },
    body: isEmpty ? undefined : as === 'events' ? 'data: as told\n\n' : 'as told',
    streamed: as !== null && !isEmpty,
  }
}

/** The body, one letter a turn of the event loop. */
export async function* piecesOf(body: string): AsyncGenerator<string> {
  for (const letter of body) {
    await new Promise((resolve) => setImmediate(resolve))
    yield letter
  }
}

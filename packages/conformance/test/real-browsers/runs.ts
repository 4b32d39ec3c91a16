import type { Page } from 'puppeteer-core'
import { BrowserModel, type BrowserOutcome, createBrowserSend, type Engine } from '../../src/index.js'
import { allowMethods, answer, type ExchangeCase, maxAge, open, pageOrigin } from './exchange-case.js'
import type { ExchangeServer, Received } from './exchange-server.js'
import { type PlacedRequest, runInPage } from './in-page.js'
import { placed, unplaced } from './places.js'
import type { ScriptOutcome } from './script-outcome.js'

/** What the script saw, and what the servers got. */
export interface Observed {
  readonly outcomes: readonly ScriptOutcome[]
  readonly received: readonly Received[]
}

export const runModel = async (
  engine: Engine,
  { id, requests }: ExchangeCase,
  server: ExchangeServer,
): Promise<Observed> => {
  const run = `model-${engine.name}`
  const send = createBrowserSend({ address: () => ({ hostname: '127.0.0.1', port: server.port }) })
  const model = new BrowserModel({ send, engine })
  const outcomes: ScriptOutcome[] = []
  for (const { url = '{api}/a', ...request } of requests) {
    const outcome = await model.fetch({ ...request, origin: pageOrigin, url: placed(url, run, id) })
    outcomes.push(compared(scriptOutcome(outcome, request.uploadListener === true), run, id))
  }
  return { outcomes, received: server.received(run, id) }
}

/**
 * Firefox forgets a preflight's answer when the host's address was looked up again since, which it does for the
 * first requests to a host. After these it does not.
 *
 * @see https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsCORSListenerProxy.cpp CheckDNSCache
 */
export const warmUp: ExchangeCase = {
  id: 'warm-up',
  requests: Array.from({ length: 5 }, () => ({ method: 'PUT' })),
  answers: {
    'preflight a': answer(204, ...open, allowMethods('PUT'), maxAge('600')),
    'request a': answer(200, ...open),
  },
}

/** As many cases at once as a page does not mind. */
const chunk = 24

export const runBrowser = async (
  run: string,
  cases: readonly ExchangeCase[],
  page: Page,
  server: ExchangeServer,
): Promise<ReadonlyMap<string, Observed>> => {
  const observed = new Map<string, Observed>()
  for (const some of [[warmUp], ...chunksOf(cases)]) {
    const sequences = some.map(({ id, requests }) =>
      requests.map(
        ({ url = '{api}/a', ...request }): PlacedRequest => ({ ...request, url: placed(url, run, id) }),
      ),
    )
    const outcomes = await page.evaluate(runInPage, sequences)
    for (const [index, { id }] of some.entries()) {
      observed.set(id, {
        outcomes: (outcomes[index] ?? []).map((outcome) => compared(outcome, run, id)),
        received: server.received(run, id),
      })
    }
  }
  return observed
}

const chunksOf = (cases: readonly ExchangeCase[]): readonly (readonly ExchangeCase[])[] =>
  Array.from({ length: Math.ceil(cases.length / chunk) }, (_, index) =>
    cases.slice(index * chunk, (index + 1) * chunk),
  )

const scriptOutcome = (outcome: BrowserOutcome, byXmlHttpRequest: boolean): ScriptOutcome => {
  if (!outcome.readable) return { readable: false }
  const { status, url, headers, body, type, redirected } = outcome
  return {
    readable: true,
    status,
    url,
    headers,
    body: body ?? '',
    ...(byXmlHttpRequest ? {} : { type, redirected }),
  }
}

const compared = (outcome: ScriptOutcome, run: string, id: string): ScriptOutcome =>
  outcome.readable
    ? {
        ...outcome,
        // A response's URL has no fragment.
        url: unplaced(outcome.url.replace(/#.*/, ''), run, id),
        headers: outcome.headers.map(([name, value]) => [name, unplaced(value, run, id)]),
      }
    : outcome

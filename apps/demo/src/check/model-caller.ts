import { type Call, calls } from '@cors/app-service'
import { BrowserModel, type BrowserOutcome, createBrowserSend, type Send } from '@cors/conformance'
import { browserRequest } from '../explain/browser-request.js'
import { explanationOf } from '../explain/explanation.js'
import { withToken } from '../recorder/journal.js'
import type { CallResult } from '../results/call-result.js'
import type { Exchange } from '../results/exchange.js'
import type { DemoPage, DemoService } from '../server/description.js'
import type { Caller } from './caller.js'
import { CookieJar } from './cookie-jar.js'

/** The model of the browser's half in place of a browser, over real sockets. */
export const startModel = (services: readonly DemoService[]): Caller => {
  const jar = new CookieJar()
  let visits = 0
  return {
    name: 'the model of the browser’s half',
    visit: async (page) => {
      visits++
      const results: CallResult[] = []
      for (const service of services) {
        const model = new BrowserModel({ send: createSend(page, jar) })
        for (const call of calls) {
          const url = service.url + withToken(call.path, `${visits}-${call.sameUrlAs ?? call.id}`)
          results.push(resultOf(service, call, await model.fetch(browserRequest(call, page.origin, url))))
        }
      }
      return results
    },
    close: async () => {},
  }
}

const createSend = ({ origin }: DemoPage, jar: CookieJar): Send => {
  const send = createBrowserSend({ credentials: (url) => jar.header(origin, url) })
  return async (request) => {
    const response = await send(request)
    if (request.includeCredentials) jar.store(origin, new URL(request.url), response.headers)
    return response
  }
}

const resultOf = (service: DemoService, call: Call, outcome: BrowserOutcome): CallResult => ({
  service: service.id,
  call: call.id,
  exchanges: outcome.exchanges.map(({ request, response }, index): Exchange => {
    const { pathname, search } = new URL(request.url)
    return {
      sequence: index + 1,
      kind: request.kind,
      request: { method: request.method, target: pathname + search, headers: request.headers },
      response,
    }
  }),
  script: outcome.readable
    ? { readable: true, status: outcome.status, headers: outcome.headers, body: outcome.body ?? '' }
    : { readable: false, error: 'TypeError' },
  explanation: explanationOf(outcome),
})

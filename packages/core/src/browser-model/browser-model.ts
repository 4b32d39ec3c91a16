import type { BrowserOutcome } from './browser-outcome.js'
import type { BrowserRequest } from './browser-request.js'
import { type Engine, standardEngine } from './engine.js'
import { HttpFetch } from './http-fetch.js'
import { PreflightCache } from './preflight-cache.js'
import { prepareRequest } from './request-state.js'
import { Trace } from './trace.js'
import type { Send } from './wire.js'

export interface BrowserModelOptions {
  /** Carries requests to servers. */
  readonly send: Send
  /** The current time in milliseconds, for the CORS-preflight cache. Default `Date.now`. */
  readonly now?: () => number
  /** Default: the standard to the letter. */
  readonly engine?: Engine
}

/**
 * The browser's half of CORS as the Fetch standard has it: when a preflight is sent, what is checked, what a
 * script may read. Left out is what does not decide that: service workers, the HTTP cache, `no-cors`, mixed
 * content, cookies (the sender's: it is told whether it may add them).
 * See docs/decisions/0011-the-browsers-half-in-the-core.md.
 *
 * @see https://fetch.spec.whatwg.org/#main-fetch
 */
export class BrowserModel {
  readonly #send: Send
  readonly #engine: Engine
  readonly #cache: PreflightCache

  constructor({ send, now = Date.now, engine = standardEngine }: BrowserModelOptions) {
    this.#send = send
    this.#engine = engine
    this.#cache = new PreflightCache(now, engine)
  }

  /** Never rejects: a failure of `send` is a network error, as in a browser. */
  async fetch(request: BrowserRequest): Promise<BrowserOutcome> {
    const trace = new Trace()
    const prepared = prepareRequest(request)
    if ('reason' in prepared) {
      trace.refused(prepared)
      return { readable: false, refusal: prepared, exchanges: [], steps: trace.steps }
    }
    return new HttpFetch(prepared, this.#send, this.#engine, this.#cache, trace).run()
  }
}

import type { BrowserOutcome } from './browser-outcome.js'
import { type CheckedRequest, corsCheck } from './cors-check.js'
import type { Engine } from './engine.js'
import { exposedHeaders } from './exposed-headers.js'
import { isSafelistedMethod } from './method.js'
import type { PreflightCache } from './preflight-cache.js'
import { checkPreflight } from './preflight-check.js'
import { preflightRequest } from './preflight-request.js'
import { followRedirect } from './redirect.js'
import type { Refusal } from './refusal.js'
import { isSameOrigin, originOf } from './request-origin.js'
import { currentUrl, type RequestState, serializedOrigin } from './request-state.js'
import type { Trace } from './trace.js'
import { unsafeRequestHeaderNames } from './unsafe-request-header-names.js'
import type { HeaderField, Send, WireExchange, WireRequest, WireResponse } from './wire.js'

const mainFetch = 'https://fetch.spec.whatwg.org/#main-fetch'
const httpFetch = 'https://fetch.spec.whatwg.org/#concept-http-fetch'

/** One fetch, from the first request to the last response: main fetch, with its redirects. */
export class HttpFetch {
  readonly #exchanges: WireExchange[] = []
  /** Did any request of the chain need permission? Then a failure forgets what the cache holds for the URL. */
  #neededPermission = false

  constructor(
    private readonly request: RequestState,
    private readonly send: Send,
    private readonly engine: Engine,
    private readonly cache: PreflightCache,
    private readonly trace: Trace,
  ) {}

  async run(): Promise<BrowserOutcome> {
    const result = await this.#mainFetch()
    const observed = { exchanges: this.#exchanges, steps: this.trace.steps }
    if (!('reason' in result)) return this.#readable(result, observed)
    this.trace.refused(result)
    if (this.#neededPermission) this.cache.clear(this.request)
    return { readable: false, refusal: result, ...observed }
  }

  async #mainFetch(): Promise<WireResponse | Refusal> {
    for (;;) {
      const response = await this.#oneFetch()
      if ('reason' in response) return response
      const redirect = followRedirect(this.request, response)
      if (redirect === null) return response
      if (redirect !== 'followed') return redirect
      this.trace.did(`follow the redirect to ${currentUrl(this.request).href}`, httpFetch)
    }
  }

  async #oneFetch(): Promise<WireResponse | Refusal> {
    const { request, trace } = this
    const url = currentUrl(request)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      return { reason: 'network-failed', message: `${url.protocol} is not HTTP`, spec: mainFetch }
    }
    if (isSameOrigin(originOf(url), request.origin) && request.responseTainting === 'basic') {
      trace.did('same origin: the response is readable without CORS', mainFetch)
      return this.#exchange(this.#wireRequest())
    }
    request.responseTainting = 'cors'
    const refusal = await this.#askPermission()
    if (refusal !== null) return refusal
    const response = await this.#exchange(this.#wireRequest())
    if ('reason' in response) return response
    return corsCheck(this.#checked(), response, trace) ?? response
  }

  /** @see https://fetch.spec.whatwg.org/#http-fetch */
  async #askPermission(): Promise<Refusal | null> {
    const { request, trace, cache } = this
    const { method } = request
    const names = unsafeRequestHeaderNames(request.headers)
    const asksMethod = request.useCorsPreflight || !isSafelistedMethod(method)
    if (!asksMethod && names.length === 0) {
      trace.did('no preflight: the method and the headers are safelisted', mainFetch)
      return null
    }
    this.#neededPermission = true
    const isCached =
      (!asksMethod || cache.matchesMethod(request, method)) &&
      names.every((name) => cache.matchesHeaderName(request, name))
    if (isCached) {
      trace.did('no preflight: the CORS-preflight cache has the answer', httpFetch)
      return null
    }
    trace.did(`preflight: ask for ${[method, ...names].join(', ')}`, httpFetch)
    const response = await this.#exchange(preflightRequest(request))
    if ('reason' in response) return response
    const question = {
      ...this.#checked(),
      method,
      headerNames: names,
      useCorsPreflight: request.useCorsPreflight,
    }
    const grant = checkPreflight(question, response, this.engine, trace)
    if ('reason' in grant) return grant
    trace.passed(`the preflight allows it, for ${grant.maxAge} s`, httpFetch)
    cache.store(request, grant.maxAge, grant.methods, grant.headerNames)
    return null
  }

  #checked(): CheckedRequest {
    return { origin: serializedOrigin(this.request), credentials: this.request.credentials }
  }

  #wireRequest(): WireRequest {
    const { request } = this
    const { method, responseTainting, credentials, body } = request
    // A same-origin request has an Origin, too, unless it is GET or HEAD.
    const sendsOrigin = responseTainting === 'cors' || (method !== 'GET' && method !== 'HEAD')
    const origin: readonly HeaderField[] = sendsOrigin ? [['Origin', serializedOrigin(request)]] : []
    return {
      kind: 'request',
      method,
      url: currentUrl(request).href,
      headers: [...request.headers, ...origin],
      includeCredentials:
        credentials === 'include' || (credentials === 'same-origin' && responseTainting === 'basic'),
      ...(body === undefined ? {} : { body }),
    }
  }

  async #exchange(request: WireRequest): Promise<WireResponse | Refusal> {
    try {
      const response = await this.send(request)
      this.#exchanges.push({ request, response })
      return response
    } catch (error) {
      return { reason: 'network-failed', message: `no response: ${String(error)}`, spec: httpFetch }
    }
  }

  #readable(
    response: WireResponse,
    observed: { exchanges: readonly WireExchange[]; steps: Trace['steps'] },
  ): BrowserOutcome {
    const { request, trace } = this
    const headers = exposedHeaders(request, response)
    trace.passed(
      `the script may read the response and ${headers.map(([name]) => name).join(', ') || 'no header'}`,
      mainFetch,
      request.responseTainting === 'cors' ? { header: 'access-control-expose-headers' } : {},
    )
    const isNullBody = request.method === 'HEAD' || [101, 103, 204, 205, 304].includes(response.status)
    return {
      readable: true,
      type: request.responseTainting,
      url: currentUrl(request).href,
      redirected: request.urlList.length > 1,
      status: response.status,
      headers,
      body: isNullBody ? null : (response.body ?? ''),
      ...observed,
    }
  }
}

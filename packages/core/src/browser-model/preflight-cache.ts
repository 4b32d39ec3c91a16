import type { Engine } from './engine.js'
import { isSameName } from './header-list.js'
import { withoutFragment } from './parsed-url.js'
import { currentUrl, type RequestState, serializedOrigin } from './request-state.js'
import { isNonWildcardRequestHeaderName } from './unsafe-request-header-names.js'

interface CacheEntry {
  readonly origin: string
  readonly url: string
  readonly credentials: boolean
  readonly method?: string
  readonly headerName?: string
  readonly storedAt: number
  maxAge: number
}

/**
 * What servers have said in answer to preflights. It is keyed by origin, URL and credentials: it knows nothing
 * of the routes behind a URL, so an answer for one method speaks for every method that it lists.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export class PreflightCache {
  #entries: CacheEntry[] = []
  readonly #now: () => number
  readonly #engine: Engine

  /** @param now the current time in milliseconds */
  constructor(now: () => number, engine: Engine) {
    this.#now = now
    this.#engine = engine
  }

  matchesMethod(request: RequestState, method: string): boolean {
    return this.#matchesOf(request).some(
      (entry) => entry.method === method || (entry.method === '*' && mayUseWildcard(request)),
    )
  }

  matchesHeaderName(request: RequestState, name: string): boolean {
    return this.#matchesOf(request).some(
      ({ headerName }) =>
        headerName !== undefined &&
        (isSameName(headerName, name) ||
          (headerName === '*' &&
            mayUseWildcard(request) &&
            (this.#engine.wildcardCoversAuthorization || !isNonWildcardRequestHeaderName(name)))),
    )
  }

  /** @param maxAge in seconds, already limited */
  store(
    request: RequestState,
    maxAge: number,
    methods: readonly string[],
    headerNames: readonly string[],
  ): void {
    for (const method of methods) this.#put(request, maxAge, { method })
    for (const headerName of headerNames) this.#put(request, maxAge, { headerName })
  }

  /** @see https://fetch.spec.whatwg.org/#concept-cache-clear */
  clear(request: RequestState): void {
    const origin = serializedOrigin(request)
    const url = withoutFragment(currentUrl(request))
    this.#entries = this.#entries.filter((entry) => entry.origin !== origin || entry.url !== url)
  }

  #put(request: RequestState, maxAge: number, what: { method: string } | { headerName: string }): void {
    const matching = this.#matchesOf(request).filter((entry) =>
      'method' in what
        ? entry.method === what.method
        : entry.headerName !== undefined && isSameName(entry.headerName, what.headerName),
    )
    for (const entry of matching) entry.maxAge = maxAge
    if (matching.length > 0) return
    this.#entries.push({
      origin: serializedOrigin(request),
      url: withoutFragment(currentUrl(request)),
      credentials: request.credentials === 'include',
      storedAt: this.#now(),
      maxAge,
      ...what,
    })
  }

  /** An answer to a request with credentials also serves one without them, never the other way round. */
  #matchesOf(request: RequestState): readonly CacheEntry[] {
    const now = this.#now()
    this.#entries = this.#entries.filter((entry) => now < entry.storedAt + entry.maxAge * 1000)
    const origin = serializedOrigin(request)
    const url = withoutFragment(currentUrl(request))
    const include = request.credentials === 'include'
    return this.#entries.filter(
      (entry) => entry.origin === origin && entry.url === url && (entry.credentials || !include),
    )
  }
}

/**
 * By the letter, an entry `*` matches every method, also with credentials, where the server meant a method
 * that is called `*`. The engines ask for the literal then, as the preflight's own checks do; so do we.
 */
const mayUseWildcard = (request: RequestState): boolean => request.credentials !== 'include'

import type { HeaderField } from '../results/exchange.js'

/**
 * As much of a browser's cookie jar as the demo needs: host-only cookies with `SameSite=Lax`, which no request of
 * another site carries or sets, and which know no ports.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265
 */
export class CookieJar {
  readonly #byHost = new Map<string, Map<string, string>>()

  /** The `Cookie` header for a request of a page to a URL, if there is one. */
  header(page: string, url: URL): readonly HeaderField[] {
    const cookies = this.#byHost.get(url.hostname)
    if (cookies === undefined || !isSameSite(page, url)) return []
    return [['Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')]]
  }

  store(page: string, url: URL, headers: readonly HeaderField[]): void {
    if (!isSameSite(page, url)) return
    for (const [name, value] of headers) {
      const match = /^([^=;]+)=([^;]*)/.exec(value)
      if (name.toLowerCase() !== 'set-cookie' || match === null) continue
      const cookies = this.#byHost.get(url.hostname) ?? new Map<string, string>()
      cookies.set(String(match[1]), String(match[2]))
      this.#byHost.set(url.hostname, cookies)
    }
  }
}

/** The demo's hosts are all below `localhost`, which browsers take for a public suffix: each is a site of its own. */
const isSameSite = (page: string, url: URL): boolean => new URL(page).hostname === url.hostname

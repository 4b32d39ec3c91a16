import type { Exchange } from '../results/exchange.js'

/** Enough for many pages at once; older ones are forgotten. */
const mostExchanges = 2_000

/** The query parameter that tells calls apart. It also gives each call a URL, and so a preflight, of its own. */
export const callParameter = 'call'

/** What went over the wire to one service, in order. */
export class Journal {
  #exchanges: Exchange[] = []
  #lastSequence = 0

  record(exchange: Omit<Exchange, 'sequence'>): void {
    this.#lastSequence++
    this.#exchanges.push({ sequence: this.#lastSequence, ...exchange })
    if (this.#exchanges.length > mostExchanges) this.#exchanges = this.#exchanges.slice(-mostExchanges / 2)
  }

  /** @param token the value of {@link callParameter} */
  of(token: string): readonly Exchange[] {
    return this.#exchanges.filter(({ request }) => tokenOf(request.target) === token)
  }
}

const tokenOf = (target: string): string | null =>
  new URLSearchParams(target.split('?')[1]).get(callParameter)

export const withToken = (path: string, token: string): string => `${path}?${callParameter}=${token}`

import type { Head } from './head.js'

/** One request and its answer, as the wire had them. */
export interface Exchange {
  /** Of the URL that was asked. */
  readonly origin: string
  readonly method: string
  readonly request: ReadonlyMap<string, string>
  response?: { readonly status: number; readonly headers: ReadonlyMap<string, string> }
}

/** @see https://fetch.spec.whatwg.org/#cors-preflight-request */
export const isPreflight = ({ method, request }: Exchange): boolean =>
  method === 'OPTIONS' && request.has('origin') && request.has('access-control-request-method')

/** Every exchange, by the `case` in the query of its URL. */
export class Journal {
  readonly #byCase = new Map<string, Exchange[]>()

  begin(origin: string, { start, fields }: Head): Exchange {
    const [method = '', target = ''] = start.split(' ')
    const exchange: Exchange = { origin, method, request: fields }
    const name = /[?&]case=([^&]*)/.exec(target)?.[1]
    if (name !== undefined) this.#byCase.set(name, [...(this.#byCase.get(name) ?? []), exchange])
    return exchange
  }

  /** Those of a case, in order; they are forgotten then. */
  take(name: string): readonly Exchange[] {
    const exchanges = this.#byCase.get(name) ?? []
    this.#byCase.delete(name)
    return exchanges
  }
}

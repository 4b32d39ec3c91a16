export type HeaderField = readonly [name: string, value: string]

/** One request and the head of its response, as they went over the wire. */
export interface Exchange {
  /** Counts the exchanges of one service. */
  readonly sequence: number
  readonly kind: 'preflight' | 'request'
  readonly request: {
    readonly method: string
    readonly target: string
    readonly headers: readonly HeaderField[]
  }
  readonly response: { readonly status: number; readonly headers: readonly HeaderField[] }
}

/** @see https://fetch.spec.whatwg.org/#cors-preflight-request */
export const exchangeKind = (method: string, headers: readonly HeaderField[]): Exchange['kind'] =>
  method === 'OPTIONS' && headerValue(headers, 'access-control-request-method') !== undefined
    ? 'preflight'
    : 'request'

/** The value of the first field line of this name. */
export const headerValue = (headers: readonly HeaderField[], name: string): string | undefined =>
  headers.find(([other]) => other.toLowerCase() === name)?.[1]

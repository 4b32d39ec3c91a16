/** One header field line: a name as written, and its value without surrounding whitespace. */
export type HeaderField = readonly [name: string, value: string]

/** A request as it goes over the network. */
export interface WireRequest {
  /** A CORS-preflight request, or the request that the script asked for. */
  readonly kind: 'preflight' | 'request'
  readonly method: string
  readonly url: string
  /** In the order in which the model adds them. `Host`, `Content-Length` and the like are the sender's. */
  readonly headers: readonly HeaderField[]
  /** May the sender add cookies, a client certificate or HTTP authentication? */
  readonly includeCredentials: boolean
  readonly body?: string
}

/** A response as it came over the network: every field line, repeated ones included. */
export interface WireResponse {
  readonly status: number
  readonly headers: readonly HeaderField[]
  readonly body?: string
}

/** Carries a request to a server. A rejection is a network failure. */
export type Send = (request: WireRequest) => Promise<WireResponse>

export interface WireExchange {
  readonly request: WireRequest
  readonly response: WireResponse
}

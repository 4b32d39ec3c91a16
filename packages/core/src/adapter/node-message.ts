import type { CorsRequest } from '../protocol/cors-request.js'

/** What is needed of an `http.IncomingMessage` or its HTTP/2 counterpart. Structural, because core imports no `node:`. */
export interface NodeRequest {
  readonly method?: string | undefined
  readonly headers: { readonly [name: string]: string | string[] | undefined }
}

/** What is needed of an `http.ServerResponse` or its HTTP/2 counterpart. */
export interface NodeResponse {
  statusCode: number
  readonly headersSent: boolean
  writeHead(...args: never[]): unknown
  end(...args: never[]): unknown
  getHeader(name: string): unknown
  getHeaderNames(): string[]
  setHeader(name: string, value: string): unknown
  removeHeader(name: string): void
}

/** Node joins the repeated lines of these fields with ", "; its types do not know. */
const field = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'object' ? value.join(', ') : value

/** The headers of a preflight are looked for in OPTIONS requests only: in any other they mean nothing. */
export const readNodeRequest = ({ method, headers }: NodeRequest): CorsRequest => {
  const isOptions = method === 'OPTIONS'
  return {
    method: method ?? '',
    origin: field(headers['origin']),
    accessControlRequestMethod: isOptions ? field(headers['access-control-request-method']) : undefined,
    accessControlRequestHeaders: isOptions ? field(headers['access-control-request-headers']) : undefined,
  }
}

import type { CorsRequest } from '../protocol/cors-request.js'
import { type CorsAnswer, isCorsResponseHeader } from './cors-answer.js'
import { mergeVary } from './merge-vary.js'

/** What is needed of a Fetch `Headers`. Structural, because core needs no DOM types. */
export interface FetchHeaders {
  get(name: string): string | null
  set(name: string, value: string): void
  delete(name: string): void
  keys(): Iterable<string>
}

/** What is needed of a Fetch `Request`. */
export interface FetchRequest {
  readonly method: string
  readonly headers: Pick<FetchHeaders, 'get'>
}

export const readFetchRequest = ({ method, headers }: FetchRequest): CorsRequest => ({
  method,
  origin: headers.get('origin') ?? undefined,
  accessControlRequestMethod: headers.get('access-control-request-method') ?? undefined,
  accessControlRequestHeaders: headers.get('access-control-request-headers') ?? undefined,
})

/** Write an answer into the headers of a response that is about to be returned. */
export const applyToHeaders = (headers: FetchHeaders, answer: CorsAnswer): void => {
  if (answer.headers !== undefined) {
    for (const name of [...headers.keys()]) if (isCorsResponseHeader(name)) headers.delete(name)
    for (const [name, value] of answer.headers) headers.set(name, value)
  }
  if (answer.vary.length > 0) headers.set('vary', mergeVary(headers.get('vary'), answer.vary))
}

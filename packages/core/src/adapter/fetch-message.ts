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

/** Write an answer into the headers of a response that is about to be returned. What is there already is not touched. */
export const applyToHeaders = (headers: FetchHeaders, { headers: named, vary }: CorsAnswer): void => {
  if (named !== undefined) {
    for (const name of [...headers.keys()]) {
      if (isCorsResponseHeader(name) && !named.some(([kept]) => kept === name)) headers.delete(name)
    }
    for (const [name, value] of named) setIfOther(headers, name, value)
  }
  if (vary.length > 0) setIfOther(headers, 'vary', mergeVary(headers.get('vary'), vary))
}

/** Immutable headers that are right as they are need no copy. */
const setIfOther = (headers: FetchHeaders, name: string, value: string): void => {
  if (headers.get(name) !== value) headers.set(name, value)
}

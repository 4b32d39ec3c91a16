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

const field = (isRead: boolean, headers: Pick<FetchHeaders, 'get'>, name: string): string | undefined =>
  (isRead ? headers.get(name) : null) ?? undefined

/** As {@link readNodeRequest} does. See docs/decisions/0016-what-a-request-is-spared.md. */
export const readFetchRequest = ({ method, headers }: FetchRequest): CorsRequest => {
  const isOptions = method === 'OPTIONS'
  return {
    method,
    origin: field(true, headers, 'origin'),
    accessControlRequestMethod: field(isOptions, headers, 'access-control-request-method'),
    accessControlRequestHeaders: field(isOptions, headers, 'access-control-request-headers'),
  }
}

/** Write an answer into the headers of a response that is about to be returned. What is right already is not touched. */
export const applyToHeaders = (headers: FetchHeaders, { headers: named, vary }: CorsAnswer): void => {
  const present = [...headers.keys()].map((name) => name.toLowerCase())
  // Each look-up checks and lower-cases the name again, so only what is there is looked up.
  const fieldOf = (name: string): string | null => (present.includes(name) ? headers.get(name) : null)
  if (named !== undefined) {
    for (const name of present) {
      if (isCorsResponseHeader(name) && !named.some(([kept]) => kept === name)) headers.delete(name)
    }
    // Immutable headers that are right as they are need no copy.
    for (const [name, value] of named) if (fieldOf(name) !== value) headers.set(name, value)
  }
  const varySet = fieldOf('vary')
  const merged = vary.length > 0 ? mergeVary(varySet, vary) : varySet
  if (merged !== null && merged !== varySet) headers.set('vary', merged)
}

import type { Field } from '../meaning/request-headers.js'
import type { Place } from '../places.js'

/** Where a redirect leads, and how. */
export interface Redirect {
  readonly status: 301 | 302 | 303 | 307 | 308
  /** The origin of the second URL. */
  readonly to: string
}

/** One thing that a page does. */
export interface Call {
  /** Unique, so that no cache of the browser has met its URL. */
  readonly id: string
  readonly via: 'fetch' | 'XMLHttpRequest' | 'EventSource' | 'WebSocket'
  /** The origin that is asked. */
  readonly api: string
  /** As the script spells it. */
  readonly method: string
  readonly headers: readonly Field[]
  readonly credentials: 'omit' | 'same-origin' | 'include'
  readonly body?: string
  readonly hasUploadListener: boolean
  /** The body is sent as a stream. */
  readonly isStreamed?: true
  readonly target: Target
  readonly redirect?: Redirect
}

/** A call, and the page that makes it. */
export interface Case {
  readonly place: Place
  readonly call: Call
}

export type Target =
  /** The handler that answers as it is told. */
  | { readonly kind: 'answer'; readonly status: number; readonly as?: 'stream' | 'events' }
  /** No route. */
  | { readonly kind: 'missing' }
  /** A handler that throws. */
  | { readonly kind: 'failure' }
  /** A WebSocket. */
  | { readonly kind: 'live' }

/** The URL of a call, which also says what is to be answered. */
export const urlOf = ({ id, api, target, redirect }: Call): string => {
  if (target.kind === 'missing' || target.kind === 'failure' || target.kind === 'live') {
    return `${api}/${target.kind}?case=${id}`
  }
  const last = answerUrl(id, { status: target.status, ...(target.as === undefined ? {} : { as: target.as }) })
  return redirect === undefined
    ? api + last
    : api + answerUrl(id, { status: redirect.status, location: `${redirect.to}${last}` })
}

const answerUrl = (id: string, query: Readonly<Record<string, string | number>>): string =>
  `/answer?${new URLSearchParams({ case: id, ...query })}`

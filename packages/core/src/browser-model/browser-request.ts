import type { HeaderField } from './wire.js'

/** @see https://fetch.spec.whatwg.org/#concept-request-credentials-mode */
export type CredentialsMode = 'omit' | 'same-origin' | 'include'

/** What a script asks for: the arguments of `fetch`, or an XMLHttpRequest, and the page that it runs in. */
export interface BrowserRequest {
  /** The page's origin, serialised; `null` for an opaque one, such as a sandboxed frame's. */
  readonly origin: string
  readonly url: string
  /** Default `GET`. */
  readonly method?: string
  readonly headers?: readonly HeaderField[]
  /** Default `same-origin`, as with `fetch`. */
  readonly credentials?: CredentialsMode
  readonly body?: string
  /** An XMLHttpRequest with a listener on its `upload` object: there is always a preflight. */
  readonly uploadListener?: boolean
  /** Default `follow`. */
  readonly redirect?: 'follow' | 'error'
}

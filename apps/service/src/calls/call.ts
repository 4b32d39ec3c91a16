import type { PageId } from '../pages.js'

/** What the policy means for a call, written down by hand: the software under demonstration has no say in it. */
export type Expected =
  /** The script reads the response. */
  | {
      readonly verdict: 'readable'
      readonly preflight: Preflight
      readonly status: number
      /** Response headers that the script sees, besides the CORS-safelisted ones. */
      readonly headers: readonly string[]
    }
  /** The request is sent and answered, and the script gets a TypeError. */
  | { readonly verdict: 'unreadable'; readonly preflight: Preflight }
  /** The preflight is refused: the request itself is never sent. */
  | { readonly verdict: 'unsent'; readonly preflight: 'sent' }

/** `kept`: the browser still has the answer to an earlier one. */
export type Preflight = 'none' | 'sent' | 'kept'

export type Verdict = Expected['verdict']

/** One thing that a page does: the arguments of `fetch`, or an EventSource. */
export interface Call {
  /** Stable. */
  readonly id: string
  readonly title: string
  /** What can be learned from it. */
  readonly lesson: string
  readonly via: 'fetch' | 'EventSource'
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** May the browser send and take cookies? */
  readonly credentials: 'omit' | 'include'
  /** `id` of an earlier call: this one has exactly the same URL. */
  readonly sameUrlAs?: string
  readonly expected: Readonly<Record<PageId, Expected>>
}

export interface CallGroup {
  readonly title: string
  readonly calls: readonly Call[]
}

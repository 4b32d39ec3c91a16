/** What a page is told to do. */
export interface PageCall {
  readonly id: string
  readonly via: 'fetch' | 'XMLHttpRequest' | 'EventSource' | 'WebSocket'
  readonly url: string
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly credentials: 'omit' | 'same-origin' | 'include'
  readonly body?: string
  /** Of an XMLHttpRequest. */
  readonly hasUploadListener?: boolean
  /** `fetch` sends the body as a stream. */
  readonly isStreamed?: boolean
}

/** What the script saw. */
export interface Seen {
  readonly id: string
  readonly readable: boolean
  /** Of `fetch`: the name of what it rejects with. */
  readonly error?: string
  readonly status?: number
  /** Names of response headers. */
  readonly headers?: readonly string[]
  readonly body?: string
}

import type { HeaderField } from '../../src/index.js'

/** What a script sees of one request. */
export type ScriptOutcome =
  | { readonly readable: false }
  | {
      readonly readable: true
      readonly status: number
      readonly url: string
      /** In lower case, sorted. */
      readonly headers: readonly HeaderField[]
      readonly body: string
      /** Only `fetch` tells. */
      readonly type?: string
      readonly redirected?: boolean
    }

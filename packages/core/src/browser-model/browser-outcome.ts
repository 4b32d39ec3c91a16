import type { Refusal } from './refusal.js'
import type { TraceStep } from './trace.js'
import type { HeaderField, WireExchange } from './wire.js'

interface Observed {
  /** Everything that went over the network, in order. */
  readonly exchanges: readonly WireExchange[]
  /** What the browser did and checked, in order. */
  readonly steps: readonly TraceStep[]
}

/** The script gets a response. */
export interface ReadableOutcome extends Observed {
  readonly readable: true
  /** `cors`: only the headers that the server exposes. */
  readonly type: 'basic' | 'cors'
  readonly url: string
  readonly redirected: boolean
  readonly status: number
  /** The headers that the script may read: names in lower case, sorted, values combined. */
  readonly headers: readonly HeaderField[]
  readonly body: string | null
}

/** The script gets a TypeError. */
export interface RefusedOutcome extends Observed {
  readonly readable: false
  readonly refusal: Refusal
}

export type BrowserOutcome = ReadableOutcome | RefusedOutcome

import type { CorsDecision } from '@cors/core'

/** What the middleware leaves on `ctx.state`: `new Koa<CorsState>()` has it typed everywhere. */
export interface CorsState {
  /** What the nearest policy said about this request; `undefined` where CORS is off. */
  cors?: CorsDecision | undefined
}

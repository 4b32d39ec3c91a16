import type { ServiceId, StartService } from '../src/index.js'

/** Status, and whether the page may see it. */
export type Seen = readonly [status: number, by: 'the page' | 'nobody']

/** An app, and what its framework does in its own way. All else has to be the same. */
export interface ShopUnderTest {
  readonly id: ServiceId
  readonly start: StartService
  /** What stands behind the value of the session's cookie: each cookie library has its own order and letters. */
  readonly cookieAttributes: string
  /** `Vary` of `/public/prices`: none where the route itself has the policy, `Origin` where a function chose it. */
  readonly pricesVary: 'Origin' | undefined
  /** What a preflight about a route without CORS finds: nothing, or the framework's own `OPTIONS`. */
  readonly preflightWithoutCors: 404 | 204
  /** Which other spellings of `/internal/stock` the router takes for it (200), and what it says to the others. */
  readonly stockSpelled: Readonly<
    Record<'/internal/stock/' | '/Internal/stock' | '/internal/%73tock' | '//internal/stock', Seen>
  >
  /** Members of `Vary` that are the framework's. */
  readonly ownVary?: readonly string[]
  /** Whether the headers go through a `Headers`, which sorts them. */
  readonly sortsHeaders?: boolean
}

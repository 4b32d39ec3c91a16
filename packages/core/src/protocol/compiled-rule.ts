import type { CorsHeader } from './cors-decision.js'

/** One rule, with everything that does not depend on a request already written out. */
export interface CompiledRule {
  /** Its place among the rules: the first that matches decides. */
  readonly index: number
  readonly credentials: boolean
  /** After `access-control-allow-origin`, on the response to an actual request. */
  readonly actualHeaders: readonly CorsHeader[]
  /** The same on the answer to a preflight: all but the two lists and the age. */
  readonly preflightHeaders: readonly CorsHeader[]
  readonly methods: ConfiguredList
  readonly requestHeaders: ConfiguredList
  /** `access-control-max-age`, if configured. */
  readonly maxAge: readonly CorsHeader[]
  readonly lookup: CompiledLookup | undefined
}

/**
 * A constant header (none if the list is empty), or `'requested'`: with credentials browsers take `*`
 * literally, so there the validated request is the only way to say "any".
 *
 * @see https://fetch.spec.whatwg.org/#http-new-header-syntax
 */
export type ConfiguredList = readonly CorsHeader[] | 'requested'

export interface CompiledLookup {
  readonly ask: (origin: string, context: unknown) => unknown
  /** In milliseconds. */
  readonly timeout: number
  /** May it be asked about a cleartext origin? */
  readonly insecureOrigins: boolean
}

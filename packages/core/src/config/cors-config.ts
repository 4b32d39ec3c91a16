/**
 * Asked about an origin that no static pattern of its rule matches.
 *
 * @param origin a well-formed serialised origin of at most 330 characters, exactly as the request has it
 * @param context what the adapter passes: the native request
 * @returns exactly `true` allows; anything else denies; a throw or a rejection fails closed
 */
export type OriginLookup = (origin: string, context: unknown) => boolean | Promise<boolean>

/** One rule: who may read, and what they may send. */
export interface CorsRule {
  /** `'*'`, or origin patterns and at most one lookup function. Required. */
  readonly origins: '*' | readonly (string | OriginLookup)[]
  /** Allow cookies, client certificates and HTTP authentication. Default `false`. */
  readonly credentials?: boolean | undefined
  /** Methods besides GET, HEAD and POST, which never need listing. Default `[]`. */
  readonly methods?: '*' | readonly string[] | undefined
  /** Request headers besides the CORS-safelisted ones. Default `[]`. */
  readonly allowedHeaders?: '*' | readonly string[] | undefined
  /** Response headers that a script may read besides the CORS-safelisted ones. Default `[]`. */
  readonly exposedHeaders?: '*' | readonly string[] | undefined
  /** Seconds, 0 to 86,400, that a browser may keep a preflight's answer. Default: not sent, browsers use 5. */
  readonly maxAge?: number | undefined
  /** Milliseconds, 1 to 60,000, that a lookup may take. Default 5,000. */
  readonly lookupTimeout?: number | undefined
  /** Permit cleartext origins that are not loopback together with credentials. Default `false`. */
  readonly dangerouslyAllowInsecureOrigins?: boolean | undefined
  /** Permit wildcards over public suffixes (`https://*.github.io`) together with credentials. Default `false`. */
  readonly dangerouslyAllowPublicSuffixes?: boolean | undefined
}

/** One rule, or several: the first whose origins match decides, alone and whole. */
export type CorsConfig = CorsRule | readonly CorsRule[]

/** A rule as the policy understood it: checked, completed with the defaults, without duplicates, frozen. */
export interface NormalizedCorsRule {
  readonly origins: '*' | readonly (string | OriginLookup)[]
  readonly credentials: boolean
  readonly methods: '*' | readonly string[]
  /** In lower case. */
  readonly allowedHeaders: '*' | readonly string[]
  /** In lower case. */
  readonly exposedHeaders: '*' | readonly string[]
  /** Absent where the configuration gives none. */
  readonly maxAge?: number
  readonly lookupTimeout: number
  readonly dangerouslyAllowInsecureOrigins: boolean
  readonly dangerouslyAllowPublicSuffixes: boolean
}

/** An object where the configuration was one, an array where it was one: `createCorsPolicy` takes either back. */
export type NormalizedCorsConfig = NormalizedCorsRule | readonly NormalizedCorsRule[]

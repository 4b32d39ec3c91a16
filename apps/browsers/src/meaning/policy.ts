/**
 * A configuration, as far as this suite generates it. Its words are the product's; what they mean is written down
 * in this folder once more, naively, and without a look at the product's code: nothing here may import it.
 * See docs/decisions/0017-what-a-policy-means-is-written-again.md.
 */
export interface Rule {
  readonly origins: '*' | readonly string[]
  readonly credentials?: boolean
  readonly methods?: '*' | readonly string[]
  readonly allowedHeaders?: '*' | readonly string[]
  readonly exposedHeaders?: '*' | readonly string[]
  readonly maxAge?: number
  readonly dangerouslyAllowInsecureOrigins?: boolean
}

export type Policy = readonly Rule[]

/** Does a list say "any"? */
export const isAny = (list: '*' | readonly string[] | undefined): boolean =>
  list === '*' || list?.includes('*') === true

/** Does a list name it? Header names are compared in lower case by the caller. */
export const names = (list: '*' | readonly string[] | undefined, name: string): boolean =>
  list !== undefined && list !== '*' && list.includes(name)

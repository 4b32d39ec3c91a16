import type { OriginLookup } from './cors-config.js'

type OriginsOf<Rule> = Rule extends { readonly origins: infer Origins } ? Origins : never

/** `'some'` where a literal has a function in it, `'none'` for texts only, `'unknown'` until the run time. */
type LookupIn<Origins> = Origins extends readonly (infer Member)[]
  ? [Extract<Member, OriginLookup>] extends [never]
    ? 'none'
    : Origins extends readonly [...unknown[], OriginLookup] | readonly [OriginLookup, ...unknown[]]
      ? 'some'
      : string extends Member
        ? 'unknown'
        : 'some'
  : 'none'

/** A tuple has each of its rules; an array may have any. */
type LookupInRules<Rules extends readonly unknown[]> = number extends Rules['length']
  ? Exclude<LookupIn<OriginsOf<Rules[number]>>, 'none'> extends never
    ? 'none'
    : 'unknown'
  : LookupIn<OriginsOf<Rules[number]>>

type Combined<Kind> = 'some' extends Kind ? true : 'unknown' extends Kind ? boolean : false

/**
 * Does a configuration of this type have a lookup function? It decides whether a policy's answers can be
 * Promises: `boolean` where only the run time knows.
 */
export type HasLookup<Config> = Combined<
  Config extends readonly unknown[] ? LookupInRules<Config> : LookupIn<OriginsOf<Config>>
>

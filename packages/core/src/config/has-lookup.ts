import type { OriginLookup } from './cors-config.js'

/** The members of a rule's `origins`. */
type Members<Rule> = Rule extends { readonly origins: infer Origins }
  ? Origins extends readonly (infer Member)[]
    ? Member
    : never
  : never

/** `false` for texts only, `true` where a literal has a function in it, `boolean` where only the run time knows. */
type MembersHaveLookup<Member> = [Extract<Member, OriginLookup>] extends [never]
  ? false
  : string extends Member
    ? boolean
    : true

/**
 * Does a configuration of this type have a lookup function? It decides whether a policy's answers can be
 * Promises.
 */
export type HasLookup<Config> = MembersHaveLookup<
  Members<Config extends readonly (infer Rule)[] ? Rule : Config>
>

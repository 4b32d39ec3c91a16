import type { UnknownOption } from './checked-option-name.js'
import type { CorsTypeError, OriginProblem } from './checked-origin.js'
import type { CorsConfig, CorsRule } from './cors-config.js'

/** What a function of ours takes as a configuration. */
export type ConfigInput = CorsConfig

/**
 * A literal in the way of other libraries. The compiler would only say of it that there is no `origin`; so it is let in,
 * and refused below with what to write.
 */
export interface MisnamedRule {
  readonly origin: unknown
  readonly origins?: never
}

/** A literal, of which {@link CheckedConfig} says what is wrong with it. */
export type ConfigLiteral = ConfigInput | MisnamedRule | readonly (CorsRule | MisnamedRule)[]

/**
 * Intersected with the type of a literal, so that the compiler refuses what would throw at start-up. One
 * generic signature: overloads would hide the messages behind "no overload matches". What it costs the compiler:
 * docs/decisions/0014-checked-literals-cost-little.md.
 */
export type CheckedConfig<Config> = Config extends readonly unknown[]
  ? // Only where there is a problem: the mapped type of `[...rules, rule]` would refuse its own rules.
    [WrongRule<Config[number]>] extends [never]
    ? unknown
    : { readonly [Index in keyof Config]: CheckedRule<Config[Index]> }
  : CheckedRule<Config>

type WrongRule<Rule> = Rule extends CheckedRule<Rule> ? never : Rule

type CheckedRule<Rule> = { readonly [Option in keyof Rule]: CheckedOption<Rule, Option> } & Named<Rule>

/** Also where the value of `origin` is `any`, which every message would take for its own type. */
type Named<Rule> = Rule extends MisnamedRule ? Pick<CorsRule, 'origins'> : unknown

type CheckedOption<Rule, Option extends keyof Rule> = Option extends keyof CorsRule
  ? Option extends 'origins'
    ? CheckedOrigins<Rule[Option], HasCredentials<Rule>>
    : Option extends 'exposedHeaders'
      ? CheckedExposedHeaders<Rule[Option], HasCredentials<Rule>>
      : unknown
  : UnknownOption<Option>

/** Only where the literal says so: a `boolean` is known at start-up. */
type HasCredentials<Rule> = Rule extends { readonly credentials: infer Credentials }
  ? [Credentials] extends [true]
    ? true
    : false
  : false

type CheckedOrigins<Origins, Credentials> = Origins extends '*'
  ? AnyOrigin<Credentials>
  : Origins extends readonly []
    ? CorsTypeError<'Say who may read responses: list origins, or "*" for everybody.'>
    : Origins extends readonly '*'[]
      ? AnyOrigin<Credentials>
      : Origins extends readonly unknown[]
        ? // Only where there is a problem: the mapped type of `[...texts, lookup]` would refuse its own origin.
          [MemberProblem<Origins[number], Origins>] extends [never]
          ? unknown
          : { readonly [Index in keyof Origins]: ProblemOrUnknown<MemberProblem<Origins[Index], Origins>> }
        : unknown

/** `[development ? '*' : text]` is right either way: `'*'` is a mistake only where others surely stand beside it. */
type MemberProblem<Member, Origins> = Member extends '*'
  ? Origins extends readonly [unknown, unknown, ...unknown[]]
    ? CorsTypeError<"'*' already matches every origin. Write it alone, or only the others; for different rights write two rules.">
    : never
  : OriginProblem<Member>

type ProblemOrUnknown<Problem> = [Problem] extends [never] ? unknown : Problem

type AnyOrigin<Credentials> = Credentials extends true
  ? CorsTypeError<'Any site could act as the logged-in user, so browsers refuse this. List the origins; give everybody else a second rule.'>
  : unknown

type CheckedExposedHeaders<Names, Credentials> = Credentials extends true
  ? Names extends '*' | readonly ['*']
    ? CorsTypeError<"With credentials browsers take '*' for a header of that name. List the headers.">
    : unknown
  : unknown

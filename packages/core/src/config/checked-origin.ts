import type { RepairedOrigin } from './checked-origin-suggestion.js'

/**
 * What an editor shows instead of "not assignable". An object type, because the intersection of a text with
 * another text would be `never`, and say nothing.
 */
export interface CorsTypeError<Message extends string> {
  readonly 'CORS configuration': Message
}

type IsLowerCase<Text extends string> = Lowercase<Text> extends Text ? true : false

/** Everything that a host with wildcards cannot have, in the order in which a person would want to hear it. */
type CheckAuthority<Scheme extends string, Authority extends string> = Authority extends `${string}/`
  ? CorsTypeError<`An origin has no path, not even a trailing slash.${Instead<`${Scheme}://${Authority}`>}`>
  : Authority extends `${string}/${string}`
    ? CorsTypeError<`An origin has no path.${Instead<`${Scheme}://${Authority}`>}`>
    : Authority extends `${string}${'?' | '#'}${string}`
      ? CorsTypeError<`An origin has no query or fragment.${Instead<`${Scheme}://${Authority}`>}`>
      : Authority extends `${string}@${string}`
        ? CorsTypeError<`An origin has no user name.${Instead<`${Scheme}://${Authority}`>}`>
        : Authority extends ''
          ? CorsTypeError<'An origin has a host after its scheme.'>
          : Scheme extends 'http' | 'https'
            ? CheckHttpAuthority<Scheme, Authority>
            : Authority extends `${string}*${string}`
              ? CorsTypeError<'Wildcards exist for http and https only. List the origins.'>
              : never

type CheckHttpAuthority<Scheme extends string, Authority extends string> =
  IsLowerCase<Authority> extends false
    ? CorsTypeError<`Browsers write hosts in lower case.${Instead<`${Scheme}://${Authority}`>}`>
    : `${Scheme}://${Authority}` extends WithDefaultPort
      ? CorsTypeError<`Browsers leave the default port out.${Instead<`${Scheme}://${Authority}`>}`>
      : WithoutWildcards<Authority> extends `${string}*${string}`
        ? CorsTypeError<'An asterisk is a whole label at the start of the host (*.example.com) or the port (:*). For anything else write a lookup function: (origin) => boolean.'>
        : WithoutWildcards<Authority> extends ''
          ? CorsTypeError<"There is no domain. Write '*' alone for everybody, or name a domain.">
          : never

type WithDefaultPort = `https://${string}:443` | `http://${string}:80`

/** The host, without the asterisks that may stand in it. */
type WithoutWildcards<Authority extends string> = Authority extends `*.${infer Rest}`
  ? WithoutAnyPort<Rest>
  : WithoutAnyPort<Authority>
type WithoutAnyPort<Authority extends string> = Authority extends `${infer Host}:*` ? Host : Authority

type CheckText<Text extends string> = Text extends 'null' | `file:${string}`
  ? CorsTypeError<"Every sandboxed frame and every local file has the origin 'null', those of attackers, too.">
  : Text extends ''
    ? CorsTypeError<'The origin is empty.'>
    : Text extends `${string},${string}`
      ? CorsTypeError<'One origin a member, please: write an array with each origin as a text of its own.'>
      : Text extends `${string} ${string}`
        ? CorsTypeError<'An origin has no white space.'>
        : Text extends `${infer Scheme}://${infer Authority}`
          ? CheckScheme<Scheme, Authority>
          : CorsTypeError<`An origin begins with its scheme.${Instead<Text>}`>

type CheckScheme<Scheme extends string, Authority extends string> =
  IsLowerCase<Scheme> extends false
    ? CorsTypeError<`Browsers write schemes in lower case.${Instead<`${Scheme}://${Authority}`>}`>
    : Scheme extends 'ws' | 'wss'
      ? CorsTypeError<'A WebSocket is opened from a page, and the page has the origin: write http or https.'>
      : Scheme extends `${string}*${string}`
        ? CorsTypeError<'The scheme cannot be a wildcard. List the origins.'>
        : CheckAuthority<Scheme, Authority>

/** Where none of these stands, nothing but the case of letters can be wrong: most origins are done in one look. */
type Suspicious = `${string}${'/' | '?' | '#' | '@' | '*' | ',' | ' ' | ':443' | ':80'}${string}` | ''

type TextProblem<Text extends string> = Text extends
  | `https://${infer Authority}`
  | `http://${infer Authority}`
  ? Authority extends Suspicious
    ? CheckText<Text>
    : Authority extends Lowercase<Authority>
      ? never
      : CheckText<Text>
  : CheckText<Text>

/** What to write. Nothing, where that would be refused in turn. */
type Instead<Text extends string, Repaired extends string = RepairedOrigin<Text>> = Repaired extends Text
  ? ''
  : [TextProblem<Repaired>] extends [never]
    ? ` Write '${Repaired}'.`
    : ''

/**
 * What is wrong with a literal; `never` if nothing is. What only the run time knows (a `string`, a template with
 * one inside) passes, and so does a function.
 */
export type OriginProblem<Origin> = Origin extends string
  ? [TextProblem<Origin>] extends [never]
    ? never
    : IsKnown<Origin> extends true
      ? TextProblem<Origin>
      : never
  : never

/** Is a text known to its last character? `Record` has an index signature for any other. */
type IsKnown<Text extends string> = Record<never, never> extends Record<Text, 1> ? false : true

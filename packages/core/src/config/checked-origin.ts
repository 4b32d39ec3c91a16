/**
 * What an editor shows instead of "not assignable". An object type, because the intersection of a text with
 * another text would be `never`, and say nothing.
 */
export interface CorsTypeError<Message extends string> {
  readonly 'CORS configuration': Message
}

type IsLowerCase<Text extends string> = Lowercase<Text> extends Text ? true : false

/** Everything that a host with wildcards cannot have, in the order in which a person would want to hear it. */
type CheckAuthority<Scheme extends string, Authority extends string> = Authority extends `${infer Host}/`
  ? CorsTypeError<`An origin has no path, not even a trailing slash. Write '${Scheme}://${Host}'.`>
  : Authority extends `${infer Host}/${string}`
    ? CorsTypeError<`An origin has no path. Write '${Scheme}://${Host}'.`>
    : Authority extends `${infer Host}?${string}` | `${infer Host}#${string}`
      ? CorsTypeError<`An origin has no query or fragment. Write '${Scheme}://${Host}'.`>
      : Authority extends `${string}@${infer Host}`
        ? CorsTypeError<`An origin has no user name. Write '${Scheme}://${Host}'.`>
        : Authority extends ''
          ? CorsTypeError<'An origin has a host after its scheme.'>
          : Scheme extends 'http' | 'https'
            ? CheckHttpAuthority<Scheme, Authority>
            : Authority extends `${string}*${string}`
              ? CorsTypeError<'Wildcards exist for http and https only. List the origins.'>
              : never

type CheckHttpAuthority<Scheme extends string, Authority extends string> =
  IsLowerCase<Authority> extends false
    ? CorsTypeError<`Browsers write hosts in lower case. Write '${Scheme}://${Lowercase<Authority>}'.`>
    : `${Scheme}://${Authority}` extends `https://${infer Host}:443` | `http://${infer Host}:80`
      ? CorsTypeError<`Browsers leave the default port out. Write '${Scheme}://${Host}'.`>
      : WithoutWildcards<Authority> extends `${string}*${string}`
        ? CorsTypeError<'An asterisk is a whole label at the start of the host (*.example.com) or the port (:*). For anything else write a lookup function: (origin) => boolean.'>
        : WithoutWildcards<Authority> extends ''
          ? CorsTypeError<"There is no domain. Write '*' alone for everybody, or name a domain.">
          : never

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
          : CorsTypeError<`An origin begins with its scheme. Write '${ProbableScheme<Text>}://${WithoutSlashes<Text>}'.`>

type ProbableScheme<Text extends string> = Text extends
  | `localhost${string}`
  | `127.${string}`
  | `[::1]${string}`
  ? 'http'
  : 'https'
type WithoutSlashes<Text extends string> = Text extends `/${infer Rest}` | `${infer Rest}/`
  ? WithoutSlashes<Rest>
  : Text

type CheckScheme<Scheme extends string, Authority extends string> =
  IsLowerCase<Scheme> extends false
    ? CorsTypeError<`Browsers write schemes in lower case. Write '${Lowercase<Scheme>}://${Authority}'.`>
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

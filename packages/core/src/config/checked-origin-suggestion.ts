/**
 * A mistaken literal as a browser would write it, as far as types see it; the text itself, or an empty one, where
 * that is anybody's guess. All mistakes at once: a suggestion that is refused in turn helps nobody.
 */
export type RepairedOrigin<Text extends string> =
  WithScheme<Text> extends `${infer Scheme}://${infer Rest}`
    ? RepairedAuthority<Lowercase<Scheme>, WithoutUser<Before<Before<Before<Rest, '/'>, '?'>, '#'>>>
    : Text

type RepairedAuthority<Scheme extends string, Authority extends string> =
  HasPort<Authority> extends false
    ? ''
    : Scheme extends 'http' | 'https'
      ? WithoutDefaultPort<`${Scheme}://${Lowercase<Authority>}`>
      : `${Scheme}://${Authority}`

/** Is what looks like a port a number or an asterisk? In an IPv6 address a colon is no such thing. */
type HasPort<Authority extends string> = Authority extends `[${string}`
  ? true
  : Authority extends `${string}:${infer Port}`
    ? Port extends '*' | `${bigint}`
      ? true
      : false
    : true

type WithScheme<Text extends string> = Text extends `${string}://${string}`
  ? Text
  : Text extends `${string}.${string}` | `${'' | `${string}/`}${'localhost' | '['}${string}`
    ? ProbableOrigin<WithoutStart<Lowercase<Text>>>
    : // One word may be anything, such as the name of a variable.
      Text

/** `https:/a.example`, `//a.example` and `https//a.example` are one slip. */
type WithoutStart<Text extends string> = Text extends
  | `/${infer Rest}`
  | `http${':' | '/'}${infer Rest}`
  | `https${':' | '/'}${infer Rest}`
  ? WithoutStart<Rest>
  : Text

type ProbableOrigin<Text extends string> = Text extends
  | `localhost${string}`
  | `127.${string}`
  | `[::1]${string}`
  ? `http://${Text}`
  : `https://${Text}`

type Before<Text extends string, Mark extends string> = Text extends `${infer Start}${Mark}${string}`
  ? Start
  : Text

type WithoutUser<Authority extends string> = Authority extends `${string}@${infer Host}`
  ? WithoutUser<Host>
  : Authority

type WithoutDefaultPort<Origin extends string> = Origin extends `https://${infer Host}:443`
  ? `https://${Host}`
  : Origin extends `http://${infer Host}:80`
    ? `http://${Host}`
    : Origin

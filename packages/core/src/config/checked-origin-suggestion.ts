/**
 * A mistaken literal as a browser would write it, as far as types see it; the text itself, or an empty one, where
 * that is anybody's guess. All mistakes at once: a suggestion that is refused in turn helps nobody.
 */
export type RepairedOrigin<Text extends string> =
  WithScheme<Text> extends `${infer Scheme}://${infer Rest}`
    ? RepairedAuthority<Lowercase<Scheme>, WithoutUser<Before<Before<Before<Rest, '/'>, '?'>, '#'>>>
    : Text

type RepairedAuthority<Scheme extends string, Authority extends string> =
  IsCertain<Lowercase<Authority>> extends false
    ? ''
    : Scheme extends 'http' | 'https'
      ? WithoutDefaultPort<`${Scheme}://${Lowercase<Authority>}`>
      : `${Scheme}://${Authority}`

/** Surely accepted, whatever else was mended? In an IPv6 address a colon begins no port. */
type IsCertain<Authority extends string> = Authority extends `[${infer Address}]${infer Port}`
  ? Port extends '' | `:${infer Digits}`
    ? Both<ConsistsOf<Address, HexDigit | ':'>, Port extends '' ? true : IsPort<Digits>>
    : false
  : Authority extends `${infer Host}:${infer Port}`
    ? Both<IsHost<Host>, IsPort<Port>>
    : IsHost<Authority>

type Both<One, Other> = [One, Other] extends [true, true] ? true : false

/** Of five digits only what is surely in range. */
type IsPort<Port extends string> = Port extends '*'
  ? true
  : Port extends '0' | `-${string}`
    ? false
    : Port extends `${bigint}`
      ? Port extends `${infer First}${infer _2}${infer _3}${infer _4}${infer End}`
        ? End extends ''
          ? true
          : First extends '6' | '7' | '8' | '9'
            ? false
            : End extends Digit
              ? true
              : false
        : true
      : false

/** Punycode is beyond the types; a host that ends with a number is an IPv4 address, or none. */
type IsHost<Host extends string> = Host extends `.${string}` | `${string}.` | `${string}..${string}`
  ? false
  : LastLabel<Host> extends `${bigint}`
    ? Host extends `${bigint}.${bigint}.${bigint}.${bigint}`
      ? true
      : false
    : ConsistsOf<Host extends `*.${infer Domain}` ? Domain : Host, HostCharacter>

type LastLabel<Host extends string> = Host extends `${string}.${infer Rest}` ? LastLabel<Rest> : Host

type ConsistsOf<Text extends string, Character> = Text extends `${infer First}${infer Rest}`
  ? First extends Character
    ? ConsistsOf<Rest, Character>
    : false
  : true

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'
type HexDigit = Digit | 'a' | 'b' | 'c' | 'd' | 'e' | 'f'
// biome-ignore format: the alphabet
type HostCharacter =
  | HexDigit | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm' | 'n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x'
  | 'y' | 'z' | '.' | '-' | '_'

type WithScheme<Text extends string> = Text extends `${string}://${string}`
  ? Text
  : Text extends `${string}.${string}` | `${'' | `${string}/`}${'localhost' | '['}${string}`
    ? Lowercase<Text> extends `https${':' | '/'}${infer Rest}`
      ? `https://${WithoutSlashes<Rest>}`
      : Lowercase<Text> extends `http${':' | '/'}${infer Rest}`
        ? `http://${WithoutSlashes<Rest>}`
        : ProbableOrigin<WithoutSlashes<Lowercase<Text>>>
    : // One word may be anything, such as the name of a variable.
      Text

/** `https:/a.example`, `//a.example` and `https//a.example` are one slip. */
type WithoutSlashes<Text extends string> = Text extends `/${infer Rest}` ? WithoutSlashes<Rest> : Text

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

import fc from 'fast-check'
import { label, pattern } from './origins.js'

/** What becomes of the wildcards of a pattern when an origin is made of it. */
const filling = fc.record({
  labels: fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
  port: fc.constantFrom('', ':1', ':8080', ':65535', ':81'),
})

const fill = (text: string, { labels, port }: { labels: string; port: string }): string =>
  text.replace('*.', `${labels}.`).replace(/:\*$/, port)

/** Replace what stands between `://` and the port. */
const changeHost = (origin: string, change: (host: string) => string): string =>
  origin.replace(
    /(:\/\/)(.*?)(:\d+)?$/,
    (_, slashes: string, host: string, port?: string) => slashes + change(host) + (port ?? ''),
  )

const padded = (host: string, length: number): string => {
  const missing = length - host.length
  return missing < 2
    ? host
    : `${'p.'.repeat(Math.floor(missing / 2) - 1)}${missing % 2 === 0 ? 'p.' : 'pp.'}${host}`
}

const ODD = [
  '\0',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\x7f',
  '\x80',
  '\xa0',
  '%00',
  '%2e',
  '%2E',
  '.',
  '..',
  '。',
  '．',
  '\u212a',
  'ı',
  'é',
  '\ud800',
  '💩',
  '*',
  '_',
  '-',
  '@',
  '/',
  '\\',
  '#',
  '?',
  ':',
  ',',
  ';',
  '"',
  "'",
  '[',
  ']',
  '{',
  '|',
  '^',
  '`',
]
const PORTS = [
  '',
  ':',
  ':0',
  ':1',
  ':80',
  ':443',
  ':0443',
  ':08443',
  ':8443',
  ':65535',
  ':65536',
  ':99999',
  ':+1',
  ':-1',
  ':1e3',
  ':1 ',
  ':٣',
  ':*',
]

type Mutation = (origin: string, other: string, number: number) => string

const at = <Value>(list: readonly Value[], number: number): Value => list[number % list.length] as Value

/** Each turns an origin into one that looks like it. `number` picks a variant. */
const MUTATIONS: readonly Mutation[] = [
  // A longer beginning or end.
  (origin, _, number) => origin + at(['m', '.', '.evil', ':1', '/', '.com', ...ODD], number),
  (origin, _, number) => at(['x', ' ', 'x.', 'https://', '/', '\0'], number) + origin,
  (origin, _, number) =>
    changeHost(origin, (host) => at(['x', 'evil', '-', 'a.', '.', 'evil.', '_', 'x-'], number) + host),
  (origin, _, number) =>
    changeHost(origin, (host) => host + at(['x', '.', '.evil', '-', 'm', '.com', 'com'], number)),
  // A shorter one.
  (origin) => origin.slice(0, -1),
  (origin) => origin.slice(1),
  (origin) => changeHost(origin, (host) => host.slice(1)),
  (origin) => changeHost(origin, (host) => host.slice(0, -1)),
  (origin) => changeHost(origin, (host) => host.replace(/^[^.]*\./, '')),
  // Two in one.
  (origin, other) => origin + other,
  (origin, other) => `${origin}, ${other}`,
  (origin, other) => `${origin} ${other}`,
  (origin, other) => changeHost(origin, (host) => host + other.replace(/^.*:\/\//, '')),
  (origin, other) =>
    changeHost(origin, (host) => other.replace(/^.*:\/\/(\*\.)?/, '').replace(/:.*$/, '') + host),
  (origin, other) =>
    changeHost(origin, (host) => `${other.replace(/^.*:\/\/(\*\.)?/, '').replace(/:.*$/, '')}.${host}`),
  // Another scheme or port.
  (origin, _, number) =>
    origin.replace(
      /^[^:]*/,
      at(['http', 'https', 'HTTPS', 'Http', 'httpss', 'ttps', 'ws', 'ftp', '', 'file'], number),
    ),
  (origin, _, number) =>
    origin.replace(/:\/\//, at([':', ':/', ':///', '//', '://:', '::/', ':\\\\'], number)),
  (origin, _, number) => origin.replace(/(?<!:\/\/)(?<![:\d]\[?):\d+$|$/, '') + at(PORTS, number),
  (origin, _, number) => origin.replace(/:\d+$/, '') + at(PORTS, number),
  // Another case, odd characters, user information.
  (origin) => origin.toUpperCase(),
  (origin, _, number) =>
    origin.replace(/[a-z]/g, (letter, place: number) =>
      place === number % origin.length ? letter.toUpperCase() : letter,
    ),
  (origin, _, number) =>
    origin.slice(0, number % origin.length) + at(ODD, number >> 8) + origin.slice(number % origin.length),
  (origin, _, number) =>
    origin.slice(0, number % origin.length) +
    at(ODD, number >> 8) +
    origin.slice((number % origin.length) + 1),
  (origin, _, number) =>
    changeHost(
      origin,
      (host) =>
        at(['user@', 'user:1@', '@', 'evil.com#', 'evil.com/', 'evil.com\\', 'evil.com?'], number) + host,
    ),
  // Dots.
  (origin, _, number) =>
    changeHost(origin, (host) => host.replace('.', at(['', '..', '。', '%2e', '-', '_'], number))),
  (origin) => changeHost(origin, (host) => `.${host}`),
  (origin) => changeHost(origin, (host) => `${host}.`),
  // Long labels and long hosts.
  (origin, _, number) => changeHost(origin, (host) => `${'l'.repeat(at([62, 63, 64, 65], number))}.${host}`),
  (origin, _, number) => changeHost(origin, (host) => padded(host, at([251, 252, 253, 254, 255], number))),
  (origin, _, number) =>
    changeHost(origin, (host) => host.replace(/^[^.]*/, 'l'.repeat(at([63, 64], number)))),
  (origin, _, number) => origin + at(['/', ':', '.a', 'a'], number).repeat(400),
  // IP addresses.
  (origin) => origin.replace('127.0.0.1', '127.1').replace('[::1]', '[0:0::1]').replace('[::', '[0::'),
  () => 'null',
  () => '',
]

/** Deterministic, so that a failure shrinks to the pattern and the change that matter. */
export interface Nearby {
  readonly pick: number
  readonly other: number
  readonly filling: { labels: string; port: string }
  /** The mutation to apply; none from a certain number on, so that enough origins match. */
  readonly mutations: readonly (readonly [which: number, number: number])[]
}

const mutation = fc.tuple(fc.nat(MUTATIONS.length - 1), fc.nat(0xffff))

export const nearby: fc.Arbitrary<Nearby> = fc.record({
  pick: fc.nat(0xffff),
  other: fc.nat(0xffff),
  filling,
  mutations: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 5, arbitrary: fc.tuple(mutation) },
    { weight: 1, arbitrary: fc.tuple(mutation, mutation) },
  ),
})

/** An origin that one of the patterns matches, or nearly. */
export const originNear = (
  patterns: readonly string[],
  { pick, other, filling, mutations }: Nearby,
): string => {
  const neighbour = fill(at(patterns, other), filling)
  return mutations.reduce(
    (origin, [which, number]) => at(MUTATIONS, which)(origin, neighbour, number),
    fill(at(patterns, pick), filling),
  )
}

/** Origins near to nothing in particular. */
export const anyOrigin: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(pattern, nearby).map(([text, near]) => originNear([text], near)),
  fc.string({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.webUrl(),
)

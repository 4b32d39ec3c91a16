import fc from 'fast-check'

/** A small alphabet, so that patterns meet, and one end of a name is the beginning of another. */
const LABELS = [
  ...[
    'a',
    'b',
    'foo',
    'bar',
    'foobar',
    'barfoo',
    'example',
    'com',
    'co',
    'localhost',
    'x-y',
    '_z',
    '-',
    '0',
    '42',
  ],
  ...['xn--p1ai', 'a'.repeat(63), 'n'.repeat(62)],
]
const isNumeric = (label: string | undefined): boolean => /^\d+$/.test(label ?? '')

export const label: fc.Arbitrary<string> = fc.constantFrom(...LABELS)

const domain = fc
  .array(label, { minLength: 1, maxLength: 4 })
  .map((labels) => (isNumeric(labels.at(-1)) ? [...labels, 'com'] : labels).join('.'))
  .filter((host) => host.length <= 253)

const ADDRESSES = [
  '127.0.0.1',
  '0.0.0.0',
  '192.168.10.1',
  '[::1]',
  '[::]',
  '[2001:db8::1]',
  '[1::2:0:0:3]',
  '[fe80::a:b]',
]

const port = fc.constantFrom('', '', ':8443', ':1', ':8080', ':65535', ':80', ':443')
const anyPort = fc.constant(':*')
const scheme = fc.constantFrom('https', 'https', 'http')

/** A browser never writes it. */
const withoutDefaultPort = (origin: string): string =>
  origin.replace(/^(https:.*):443$/, '$1').replace(/^(http:.*):80$/, '$1')

/** An origin without wildcards. */
export const exactOrigin: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(scheme, domain, port).map(([s, h, p]) => withoutDefaultPort(`${s}://${h}${p}`)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(scheme, fc.constantFrom(...ADDRESSES), port)
      .map(([s, h, p]) => withoutDefaultPort(`${s}://${h}${p}`)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'app://-',
      'capacitor://localhost',
      'tauri://localhost:1',
      'chrome-extension://AbC',
    ),
  },
)

/** Everything that `origins` may list, but for the `'*'` and functions. */
export const pattern: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: exactOrigin },
  {
    weight: 3,
    arbitrary: fc.tuple(scheme, domain, port).map(([s, h, p]) => withoutDefaultPort(`${s}://*.${h}${p}`)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(scheme, fc.oneof(domain, fc.constantFrom(...ADDRESSES)), anyPort)
      .map(([s, h, p]) => `${s}://${h}${p}`),
  },
  { weight: 2, arbitrary: fc.tuple(scheme, domain, anyPort).map(([s, h, p]) => `${s}://*.${h}${p}`) },
)

/** The origins of some rules; the last may be for everybody. */
export const originLists: fc.Arbitrary<(string[] | '*')[]> = fc
  .tuple(
    fc.array(fc.array(pattern, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([lists, any]) => (any ? [...lists, '*'] : lists))

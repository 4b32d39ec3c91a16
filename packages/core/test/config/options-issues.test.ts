import { describe, expect, test } from 'vitest'
import { mistakesOf, policyOf } from '../support/policies.js'

const good = { origins: ['https://a.example'] }

/** A mistake in one option, on the configuration itself and in the second of two rules. */
const foundIn = (option: string, value: unknown, code: string, suggestion?: string): void => {
  const found = { code, value, ...(suggestion === undefined ? {} : { suggestion }) }
  expect(mistakesOf({ ...good, [option]: value })).toStrictEqual([{ ...found, path: [option] }])
  expect(mistakesOf([good, { origins: ['https://b.example'], [option]: value }])).toStrictEqual([
    { ...found, path: [1, option] },
  ])
}

describe('config-type', () => {
  test.each([
    undefined,
    null,
    true,
    false,
    0,
    1,
    '',
    '*',
    'https://a.example',
    Symbol('x'),
    5n,
    () => true,
    new Map(),
    new Set(['https://a.example']),
    new Date(0),
    /x/,
    new Error('x'),
    Promise.resolve(),
  ])('the configuration is %o', (config) => {
    expect(mistakesOf(config)).toStrictEqual([{ code: 'config-type', path: [], value: config }])
    expect(mistakesOf([good, config])).toStrictEqual([{ code: 'config-type', path: [1], value: config }])
  })

  test('an empty rule list, a list in a list', () => {
    expect(mistakesOf([])).toStrictEqual([{ code: 'config-type', path: [], value: [] }])
    expect(mistakesOf([[good]])).toStrictEqual([{ code: 'config-type', path: [0], value: [good] }])
  })

  for (const option of ['credentials', 'dangerouslyAllowInsecureOrigins', 'dangerouslyAllowPublicSuffixes']) {
    test.each([
      [null, 'remove it'],
      [0],
      [1],
      [''],
      ['yes'],
      [{}],
      [[]],
      [new Boolean(true)],
      [() => true],
      ['true', 'true'],
      ['false', 'false'],
    ])(`${option}: %o`, (value, suggestion?: string) => {
      foundIn(option, value, 'config-type', suggestion)
    })
  }

  for (const option of ['methods', 'allowedHeaders', 'exposedHeaders']) {
    test.each([
      ...[
        [null, 'remove it'],
        [true],
        [false],
        [1],
        [{}],
        [new Set(['x'])],
        [new Map()],
        [() => ['x']],
        [Object('*')],
        [{ 0: 'x', length: 1 }],
      ],
      ['PUT', '["PUT"]'],
      ['X-A, X-B', '["X-A", "X-B"]'],
      ['X-A,X-B X-C', '["X-A", "X-B", "X-C"]'],
    ])(`${option}: %o`, (value, suggestion?: string) => {
      foundIn(option, value, 'config-type', suggestion)
    })
  }

  const lookup = () => true
  test.each<[unknown, string?]>([
    ...([[null], [1], [{}], [new Set(['https://a.example'])], [Object('*')], ['']] as [unknown][]),
    [true, expect.stringContaining('"*"')],
    [false, expect.stringContaining('policy: false')],
    [lookup, expect.stringMatching(/^\[lookup\], /)],
    ['https://a.example', '["https://a.example"]'],
    ['https://a.example, https://b.example', '["https://a.example", "https://b.example"]'],
    ['https://A.example/,,b.example', '["https://a.example", "https://b.example"]'],
    ['null'],
    [',,'],
  ])('origins: %o', (value, suggestion) => {
    foundIn('origins', value, 'config-type', suggestion)
  })

  test.each(['origins', 'methods', 'allowedHeaders', 'exposedHeaders'])('%s: a sparse array', (option) => {
    // biome-ignore lint/suspicious/noSparseArray: it is the point
    const sparse = ['https://a.example', , 'https://b.example']
    expect(mistakesOf({ ...good, [option]: sparse })).toContainEqual({
      code: 'config-type',
      path: [option, 1],
      value: undefined,
    })
  })

  test('a sparse list of rules', () => {
    // biome-ignore lint/suspicious/noSparseArray: it is the point
    expect(mistakesOf([good, , good])).toStrictEqual([{ code: 'config-type', path: [1], value: undefined }])
  })
})

describe('origins-missing', () => {
  test.each([[{}], [{ credentials: false }], [{ origins: undefined }], [{ origins: [] }]])('%o', (config) => {
    const found = { code: 'origins-missing', value: 'origins' in config ? config.origins : undefined }
    expect(mistakesOf(config)).toStrictEqual([{ ...found, path: ['origins'] }])
    expect(mistakesOf([good, config])).toStrictEqual([{ ...found, path: [1, 'origins'] }])
  })
})

describe('Numbers', () => {
  test.each<[unknown, string?]>([
    ...([
      [-1],
      [86_401],
      [1.5],
      [NaN],
      [Infinity],
      [-Infinity],
      [true],
      [''],
      ['x'],
      ['-1'],
      ['1.5'],
      [5n],
      [{}],
      [[5]],
    ] as [unknown][]),
    ['600', '600'],
    ['0', '0'],
    ['86400', '86400'],
    ['86401'],
    [null, 'remove it'],
  ])('maxAge: %o', (value, suggestion) => {
    foundIn('maxAge', value, 'max-age-invalid', suggestion)
  })

  test.each([0, 1, 600, 86_400])('maxAge: %s is fine', (maxAge) => {
    expect(policyOf({ ...good, maxAge }).config).toMatchObject({ maxAge })
  })

  test.each<[unknown, string?]>([
    [0],
    [-1],
    [60_001],
    [1.5],
    [NaN],
    [Infinity],
    [true],
    [5n],
    [{}],
    ['0'],
    ['5000', '5000'],
    [null, 'remove it'],
  ])('lookupTimeout: %o', (value, suggestion) => {
    foundIn('lookupTimeout', value, 'lookup-timeout-invalid', suggestion)
  })

  test.each([1, 5_000, 60_000])('lookupTimeout: %s is fine', (lookupTimeout) => {
    expect(policyOf({ ...good, lookupTimeout }).config).toMatchObject({ lookupTimeout })
  })
})

test.each(['credentials', 'methods', 'allowedHeaders', 'exposedHeaders', 'maxAge', 'lookupTimeout'])(
  '%s: undefined is as if absent',
  (option) => {
    expect(policyOf({ ...good, [option]: undefined }).config).toStrictEqual(policyOf(good).config)
  },
)

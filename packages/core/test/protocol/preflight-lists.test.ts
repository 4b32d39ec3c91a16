import { describe, expect, test } from 'vitest'
import type { CorsHeader } from '../../src/index.js'
import { decide, policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

const APP = 'https://app.example.com'
const METHODS = 'access-control-allow-methods'
const HEADERS = 'access-control-allow-headers'

const EVERYBODY: CorsHeader = ['access-control-allow-origin', '*']
const OWN: CorsHeader[] = [
  ['access-control-allow-origin', APP],
  ['access-control-allow-credentials', 'true'],
]

const answerTo = (config: unknown, method = 'PUT', headers?: string) => {
  const { headers: answer, vary } = decide(policyOf(config), preflight(APP, method, headers))
  return { answer, vary }
}

describe('Lists that are constants', () => {
  const constants: [string, object, CorsHeader[]][] = [
    ['methods after the safelisted ones', { methods: ['PUT'] }, [[METHODS, 'GET, HEAD, POST, PUT']]],
    ['safelisted methods not twice', { methods: ['POST', 'PUT'] }, [[METHODS, 'GET, HEAD, POST, PUT']]],
    ['safelisted methods alone', { methods: ['GET'] }, [[METHODS, 'GET, HEAD, POST']]],
    [
      'methods of one’s own, in their spelling',
      { methods: ['Frob', 'QUERY'] },
      [[METHODS, 'GET, HEAD, POST, Frob, QUERY']],
    ],
    ['every method', { methods: '*' }, [[METHODS, '*']]],
    ['every method, as a list', { methods: ['*'] }, [[METHODS, '*']]],
    ['no method', { methods: [] }, []],
    ['names in lower case, in order', { allowedHeaders: ['X-B', 'x-A'] }, [[HEADERS, 'x-b, x-a']]],
    ['safelisted names are kept', { allowedHeaders: ['Accept', 'Range'] }, [[HEADERS, 'accept, range']]],
    ['every name', { allowedHeaders: '*' }, [[HEADERS, '*']]],
    [
      'every name and Authorization',
      { allowedHeaders: ['*', 'Authorization'] },
      [[HEADERS, '*, authorization']],
    ],
    ['no name', { allowedHeaders: [] }, []],
    [
      'both',
      { methods: ['PUT'], allowedHeaders: ['X-A'] },
      [
        [METHODS, 'GET, HEAD, POST, PUT'],
        [HEADERS, 'x-a'],
      ],
    ],
  ]

  test.each(constants)('%s', (_, options, expected) => {
    for (const asked of [undefined, '', 'x-evil', 'authorization']) {
      expect(answerTo({ origins: '*', ...options }, 'EVIL', asked)).toStrictEqual({
        answer: [EVERYBODY, ...expected],
        vary: ['Origin', 'Access-Control-Request-Method'],
      })
    }
  })

  test('exposed names are lower case and in order, and not on a preflight', () => {
    const policy = policyOf({ origins: [APP], exposedHeaders: ['X-B', 'ETag', 'x-a'] })
    expect(decide(policy, actual(APP)).headers).toStrictEqual([
      ['access-control-allow-origin', APP],
      ['access-control-expose-headers', 'x-b, etag, x-a'],
    ])
    expect(decide(policy, preflight(APP)).headers).toStrictEqual([['access-control-allow-origin', APP]])
  })
})

describe('methods: "*" with credentials', () => {
  const config = { origins: [APP], credentials: true, methods: '*' }

  test.each([...['PUT', 'GET', 'patch', 'Frob', "!#$%&'*+-.^_`|~09azAZ", 'M'.repeat(64), 'TRACER', '*']])(
    '%s is sent back, byte for byte',
    (method) => {
      expect(answerTo(config, method)).toStrictEqual({
        answer: [...OWN, [METHODS, method]],
        vary: ['Origin', 'Access-Control-Request-Method'],
      })
    },
  )

  test.each([
    ...['', ' PUT', 'PUT ', 'PUT, DELETE', 'PUT\r\nx: y', 'P\0T', 'PÜT', '"PUT"', 'M'.repeat(65)],
    ...['CONNECT', 'TRACE', 'TRACK', 'connect', 'Trace', 'tRACK'],
  ])('%j gets no such header', (method) => {
    expect(answerTo(config, method)).toStrictEqual({
      answer: OWN,
      vary: ['Origin', 'Access-Control-Request-Method'],
    })
  })
})

describe('allowedHeaders: "*" with credentials', () => {
  const VARY = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']
  const name = (index: number): string => `x-${index}`
  const many = (count: number): string => Array.from({ length: count }, (_, index) => name(index)).join(',')

  const GOOD: [asked: string, sent: string][] = [
    ['x-test', 'x-test'],
    ['X-Test,AUTHORIZATION', 'x-test, authorization'],
    ['b, a', 'b, a'],
    [' a\t,\t b ', 'a, b'],
    [',,a, ,b,', 'a, b'],
    ["!#$%&'*+-.^_`|~09", "!#$%&'*+-.^_`|~09"],
    ['h'.repeat(64), 'h'.repeat(64)],
    [many(128), many(128).replaceAll(',', ', ')],
    [`a${','.repeat(8_191)}`, 'a'],
    [`${' '.repeat(8_191)}a`, 'a'],
  ]
  const BAD: (string | undefined)[] = [
    ...[
      undefined,
      '',
      ' ',
      ',',
      ' ,\t,',
      'a b',
      'a\tb',
      'a b,c',
      'c, a b',
      'a:b',
      'a;b',
      '"a"',
      'a=b',
      'é',
      '\u212a',
    ],
    ...[
      'a\r\nb',
      'a\0',
      '\x7f',
      '\x0ba',
      'a\u00a0',
      '(a)',
      'a,b\n',
      `${'h'.repeat(65)}`,
      `a,${'h'.repeat(65)}`,
    ],
    ...[many(129), `a${','.repeat(8_192)}`, `${' '.repeat(8_192)}a`, `a${' '.repeat(8_192)}`],
  ]

  for (const allowedHeaders of ['*', ['*'], ['*', 'Authorization']]) {
    const config = { origins: [APP], credentials: true, allowedHeaders }

    test.each(GOOD)(`${allowedHeaders}: %j is sent back`, (asked, sent) => {
      expect(answerTo(config, 'PUT', asked)).toStrictEqual({ answer: [...OWN, [HEADERS, sent]], vary: VARY })
    })

    test.each(BAD)(`${allowedHeaders}: %j gets no such header`, (asked) => {
      expect(answerTo(config, 'PUT', asked)).toStrictEqual({ answer: OWN, vary: VARY.slice(0, 2) })
    })
  }

  test.each([
    ['both', { methods: '*', allowedHeaders: '*' }],
    ['methods only', { methods: '*' }],
    ['names only', { allowedHeaders: '*' }],
  ])('Nothing that was asked before is in a later answer: %s', (_, lists) => {
    const policy = policyOf({ origins: [APP], credentials: true, ...lists, maxAge: 5 })
    const ask = (method: string, names?: string) => {
      const methods: CorsHeader[] = 'methods' in lists && method !== 'TRACE' ? [[METHODS, method]] : []
      const headers: CorsHeader[] = 'allowedHeaders' in lists && names !== undefined ? [[HEADERS, names]] : []
      const expected = [...OWN, ...methods, ...headers, ['access-control-max-age', '5']]
      expect(decide(policy, preflight(APP, method, names)).headers).toStrictEqual(expected)
    }
    ask('PUT', 'x-a')
    ask('DELETE')
    ask('TRACE', 'x-b')
    ask('PUT')
  })
})

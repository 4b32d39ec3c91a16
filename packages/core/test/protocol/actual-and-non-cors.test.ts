import { describe, expect, test } from 'vitest'
import type { CorsDecision } from '../../src/index.js'
import { decide, policyOf } from '../support/policies.js'
import { actual, nonCors } from '../support/requests.js'

const APP = 'https://app.example.com'
const OTHER = 'https://other.example'

const constant = { origins: '*', exposedHeaders: ['ETag', 'X-Request-Id'] }
const keyed = {
  origins: [APP, 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT'],
  allowedHeaders: ['Content-Type'],
  exposedHeaders: ['ETag', 'X-Request-Id'],
  maxAge: 600,
}
const plain = { origins: [APP] }
const mixed = [keyed, { origins: '*', exposedHeaders: ['Link'], maxAge: 5 }]

const EVERYBODY = [
  ['access-control-allow-origin', '*'],
  ['access-control-expose-headers', 'etag, x-request-id'],
] as const

const own = (origin: string): CorsDecision['headers'] => [
  ['access-control-allow-origin', origin],
  ['access-control-allow-credentials', 'true'],
  ['access-control-expose-headers', 'etag, x-request-id'],
]

type Row = [title: string, config: unknown, origin: string | undefined, expected: CorsDecision]

const denied = (reason: CorsDecision['reason']): CorsDecision => ({
  kind: 'actual',
  allowed: false,
  reason,
  headers: [],
  vary: ['Origin'],
})

const ROWS: Row[] = [
  [
    'constant, non-cors',
    constant,
    undefined,
    { kind: 'non-cors', allowed: true, reason: 'no-origin', headers: EVERYBODY, vary: [] },
  ],
  [
    'constant, written as a list, non-cors, nothing exposed',
    { origins: ['*'] },
    undefined,
    {
      kind: 'non-cors',
      allowed: true,
      reason: 'no-origin',
      headers: [['access-control-allow-origin', '*']],
      vary: [],
    },
  ],
  [
    'constant, the only member of a list of rules, non-cors',
    [{ origins: '*' }],
    undefined,
    {
      kind: 'non-cors',
      allowed: true,
      reason: 'no-origin',
      headers: [['access-control-allow-origin', '*']],
      vary: [],
    },
  ],
  ...[OTHER, 'null', '', 'junk, \u{1F4A9}', 'x'.repeat(10_000)].map(
    (origin): Row => [
      'constant, actual',
      constant,
      origin,
      { kind: 'actual', allowed: true, reason: 'origin-any', headers: EVERYBODY, vary: [] },
    ],
  ),
  [
    'constant, exposing everything',
    { origins: '*', exposedHeaders: '*' },
    OTHER,
    {
      kind: 'actual',
      allowed: true,
      reason: 'origin-any',
      headers: [
        ['access-control-allow-origin', '*'],
        ['access-control-expose-headers', '*'],
      ],
      vary: [],
    },
  ],
  ...[keyed, plain, mixed].map(
    (config): Row => [
      'keyed, non-cors',
      config,
      undefined,
      { kind: 'non-cors', allowed: false, reason: 'no-origin', headers: [], vary: ['Origin'] },
    ],
  ),
  [
    'keyed, actual, allowed by a listed origin',
    keyed,
    APP,
    { kind: 'actual', allowed: true, reason: 'origin-exact', headers: own(APP), vary: ['Origin'] },
  ],
  [
    'keyed, actual, allowed by a pattern',
    keyed,
    'https://a.b.preview.example.com',
    {
      kind: 'actual',
      allowed: true,
      reason: 'origin-pattern',
      headers: own('https://a.b.preview.example.com'),
      vary: ['Origin'],
    },
  ],
  [
    'keyed, actual, allowed without credentials or exposed headers',
    plain,
    APP,
    {
      kind: 'actual',
      allowed: true,
      reason: 'origin-exact',
      headers: [['access-control-allow-origin', APP]],
      vary: ['Origin'],
    },
  ],
  ...[OTHER, 'null', ''].map(
    (origin): Row => [
      "keyed, actual, allowed by a '*' rule",
      mixed,
      origin,
      {
        kind: 'actual',
        allowed: true,
        reason: 'origin-any',
        headers: [
          ['access-control-allow-origin', '*'],
          ['access-control-expose-headers', 'link'],
        ],
        vary: ['Origin'],
      },
    ],
  ),
  ['keyed, actual, not listed', keyed, OTHER, denied('origin-not-listed')],
  ['keyed, actual, not listed and cleartext', keyed, 'http://app.example.com', denied('origin-not-listed')],
  ['keyed, actual, of an opaque origin', keyed, 'null', denied('origin-opaque')],
  ['keyed, actual, empty', keyed, '', denied('origin-malformed')],
  ['keyed, actual, two field lines', keyed, `${APP}, ${APP}`, denied('origin-malformed')],
  ['keyed, actual, a wildcard as its origin', keyed, '*', denied('origin-malformed')],
  ['keyed, actual, the pattern itself', keyed, 'https://*.preview.example.com', denied('origin-malformed')],
]

describe('An actual or no CORS request, section 4', () => {
  test.each(ROWS)('%s', (_, config, origin, expected) => {
    const policy = policyOf(config)
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS', 'options', '']) {
      const request = origin === undefined ? nonCors(method) : actual(origin, method)
      expect(decide(policy, request)).toStrictEqual(expected)
    }
  })

  test('What only the preflight has is absent, not undefined', () => {
    expect(Object.keys(decide(policyOf(keyed), actual(APP)))).toEqual([
      'kind',
      'allowed',
      'reason',
      'headers',
      'vary',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import type { CorsDecision, CorsHeader } from '../../src/index.js'
import { decide, policyOf } from '../support/policies.js'
import { preflight } from '../support/requests.js'

const APP = 'https://app.example.com'
const OTHER = 'https://other.example'
const VARY = ['Origin', 'Access-Control-Request-Method']

const keyed = {
  origins: [APP, 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type'],
  exposedHeaders: ['ETag'],
  maxAge: 600,
}
const constant = { ...keyed, origins: '*', credentials: false }

const allowed = (reason: CorsDecision['reason'], headers: CorsHeader[], vary = VARY): CorsDecision => ({
  kind: 'preflight',
  allowed: true,
  reason,
  status: 204,
  headers,
  vary,
})

const denied = (reason: CorsDecision['reason']): CorsDecision => ({
  kind: 'preflight',
  allowed: false,
  reason,
  status: 403,
  headers: [],
  vary: VARY,
})

const LISTS: CorsHeader[] = [
  ['access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE'],
  ['access-control-allow-headers', 'authorization, content-type'],
  ['access-control-max-age', '600'],
]
const own = (origin: string): CorsHeader[] => [
  ['access-control-allow-origin', origin],
  ['access-control-allow-credentials', 'true'],
  ...LISTS,
]
const everybody: CorsHeader[] = [['access-control-allow-origin', '*'], ...LISTS]

type Row = [title: string, config: unknown, origin: string, expected: CorsDecision]

const ROWS: Row[] = [
  ['A listed origin', keyed, APP, allowed('origin-exact', own(APP))],
  [
    'A pattern',
    keyed,
    'https://pr-7.preview.example.com',
    allowed('origin-pattern', own('https://pr-7.preview.example.com')),
  ],
  [
    'Without any list',
    { origins: [APP] },
    APP,
    allowed('origin-exact', [['access-control-allow-origin', APP]]),
  ],
  ['A constant policy', constant, OTHER, allowed('origin-any', everybody)],
  ['A constant policy, an opaque origin', constant, 'null', allowed('origin-any', everybody)],
  ['A constant policy, an empty origin', constant, '', allowed('origin-any', everybody)],
  ["A '*' rule among others", [{ ...keyed }, constant], OTHER, allowed('origin-any', everybody)],
  ['An origin that is not listed', keyed, OTHER, denied('origin-not-listed')],
  ['An opaque origin', keyed, 'null', denied('origin-opaque')],
  ['An empty origin', keyed, '', denied('origin-malformed')],
  ['Junk', keyed, `${APP}/`, denied('origin-malformed')],
]

/** What is asked does not matter: the configured lists are sent, or nothing. */
const QUESTIONS = [
  ['PUT', undefined],
  ['GET', 'content-type'],
  ['SPRING', 'x-anything, x-else'],
  ['', ''],
  ['not a method', ',;"'],
  ['CONNECT', 'cookie'],
  ['p'.repeat(9_000), 'x'.repeat(9_000)],
] as const

describe('A preflight, section 4', () => {
  test.each(ROWS)('%s', (_, config, origin, expected) => {
    const policy = policyOf(config)
    for (const [method, headers] of QUESTIONS) {
      expect(decide(policy, preflight(origin, method, headers))).toStrictEqual(expected)
    }
  })

  test.each(ROWS.filter(([, , , { allowed }]) => allowed))(
    '%s: uncacheable',
    (_, config, origin, expected) => {
      const policy = policyOf(config)
      const headers = expected.headers.filter(([name]) => name !== 'access-control-max-age')
      const uncacheable = { ...expected, headers: [...headers, ['access-control-max-age', '0']] }
      // Both answers are kept: neither may be given for the other.
      for (const more of [{}, { preflightUncacheable: true }, { preflightUncacheable: false }, {}]) {
        expect(decide(policy, preflight(origin, 'PUT', undefined, more))).toStrictEqual(
          more.preflightUncacheable === true ? uncacheable : expected,
        )
      }
    },
  )

  test('A denied preflight stays bare where it is uncacheable', () => {
    const request = preflight(OTHER, 'PUT', undefined, { preflightUncacheable: true })
    expect(decide(policyOf(keyed), request)).toStrictEqual(denied('origin-not-listed'))
  })

  test.each([
    [0, '0'],
    [-0, '0'],
    [86_400, '86400'],
  ])('maxAge %s', (maxAge, value) => {
    expect(decide(policyOf({ origins: [APP], maxAge }), preflight(APP)).headers).toStrictEqual([
      ['access-control-allow-origin', APP],
      ['access-control-max-age', value],
    ])
  })
})

import { describe, expect, test } from 'vitest'
import type { CorsDecision } from '../../src/index.js'
import { decide, policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

const APP = 'https://app.example.com'

/** Which rule decided? Each one exposes its own place. */
const decider = (rules: readonly object[], origin: string): string => {
  const numbered = rules.map((rule, index) => ({ ...rule, exposedHeaders: [`rule-${index}`] }))
  const { headers } = decide(policyOf(numbered), actual(origin))
  return headers.find(([name]) => name === 'access-control-expose-headers')?.[1] ?? 'none'
}

describe('The first rule that matches decides, alone and whole', () => {
  const rules = [
    { origins: [APP], credentials: true, methods: ['PUT'], allowedHeaders: ['X-A'], maxAge: 1 },
    { origins: ['https://*.example.com'], methods: ['DELETE'], exposedHeaders: ['ETag'] },
    { origins: '*', allowedHeaders: ['X-C'], maxAge: 3 },
  ]
  const policy = policyOf(rules)

  test.each<[string, CorsDecision['headers']]>([
    [
      APP,
      [
        ['access-control-allow-origin', APP],
        ['access-control-allow-credentials', 'true'],
        ['access-control-allow-methods', 'GET, HEAD, POST, PUT'],
        ['access-control-allow-headers', 'x-a'],
        ['access-control-max-age', '1'],
      ],
    ],
    [
      'https://www.example.com',
      [
        ['access-control-allow-origin', 'https://www.example.com'],
        ['access-control-allow-methods', 'GET, HEAD, POST, DELETE'],
      ],
    ],
    [
      'https://example.com',
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', 'x-c'],
        ['access-control-max-age', '3'],
      ],
    ],
  ])('%s', (origin, headers) => {
    expect(decide(policy, preflight(origin)).headers).toStrictEqual(headers)
  })

  test('The middle rule exposes its headers, the others none', () => {
    expect(decide(policy, actual('https://www.example.com')).headers).toStrictEqual([
      ['access-control-allow-origin', 'https://www.example.com'],
      ['access-control-expose-headers', 'etag'],
    ])
    expect(decide(policy, actual(APP)).headers).toStrictEqual([
      ['access-control-allow-origin', APP],
      ['access-control-allow-credentials', 'true'],
    ])
  })
})

describe('Which rule is the first', () => {
  const EXACT = { origins: ['https://a.b.example.com'] }
  const NARROW = { origins: ['https://*.b.example.com'] }
  const WIDE = { origins: ['https://*.example.com'] }
  const PORTS = { origins: ['https://a.b.example.com:*'] }
  const WIDE_PORTS = { origins: ['https://*.example.com:*'] }
  const ANY = { origins: '*' }
  const ORIGIN = 'https://a.b.example.com'

  test.each<[string, object[], string, string]>([
    ['an origin before a pattern', [EXACT, WIDE], ORIGIN, 'rule-0'],
    ['a narrow pattern before a wide one', [NARROW, WIDE], ORIGIN, 'rule-0'],
    ['beside the narrow pattern', [NARROW, WIDE], 'https://a.c.example.com', 'rule-1'],
    ['any port before any subdomain', [PORTS, WIDE], ORIGIN, 'rule-0'],
    ['any subdomain before both wildcards', [WIDE, WIDE_PORTS], ORIGIN, 'rule-0'],
    ['both wildcards, at another port', [WIDE, WIDE_PORTS], `${ORIGIN}:1`, 'rule-1'],
    ['any port after any subdomain', [WIDE, PORTS], ORIGIN, 'rule-0'],
    ['any port after any subdomain, at another port', [WIDE, PORTS], `${ORIGIN}:1`, 'rule-1'],
    ['three', [EXACT, NARROW, WIDE], 'https://b.example.com', 'rule-2'],
    ['everybody last', [EXACT, ANY], 'https://x.example', 'rule-1'],
    ['everybody last, for junk', [EXACT, ANY], 'junk', 'rule-1'],
    ['nobody', [EXACT, NARROW], 'https://x.example', 'none'],
  ])('%s', (_, rules, origin, expected) => {
    expect(decider(rules, origin)).toBe(expected)
  })

  test('Within one rule an exact match gives the reason, whatever the order', () => {
    for (const origins of [
      [ORIGIN, 'https://*.example.com'],
      ['https://*.example.com', ORIGIN],
    ]) {
      expect(decide(policyOf({ origins }), actual(ORIGIN)).reason).toBe('origin-exact')
    }
  })
})

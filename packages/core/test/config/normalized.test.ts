import { describe, expect, test } from 'vitest'
import { decide, policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

const A = 'https://a.example'
const defaults = {
  credentials: false,
  methods: [],
  allowedHeaders: [],
  exposedHeaders: [],
  lookupTimeout: 5_000,
  dangerouslyAllowInsecureOrigins: false,
  dangerouslyAllowPublicSuffixes: false,
}

describe('policy.config', () => {
  test('has every default, and no maxAge where none is configured', () => {
    expect(policyOf({ origins: [A] }).config).toStrictEqual({ origins: [A], ...defaults })
    expect(policyOf({ origins: '*' }).config).toStrictEqual({ origins: '*', ...defaults })
    expect('maxAge' in policyOf({ origins: '*' }).config).toBe(false)
  })

  test('is an array where the configuration was one', () => {
    expect(policyOf([{ origins: [A] }]).config).toStrictEqual([{ origins: [A], ...defaults }])
    expect(policyOf([{ origins: [A] }, { origins: '*', maxAge: 0 }]).config).toStrictEqual([
      { origins: [A], ...defaults },
      { origins: '*', ...defaults, maxAge: 0 },
    ])
  })

  test('has each member once, the first kept, in the order of the configuration', () => {
    const lookup = () => true
    const { config } = policyOf({
      origins: ['https://b.example', lookup, A, 'https://b.example', A],
      methods: ['PUT', 'get', 'PUT', 'GET', 'Frob', 'frob', 'Frob'].filter((method) => method !== 'get'),
      allowedHeaders: ['X-B', 'x-a', 'x-b', 'X-A', 'X-B'],
      exposedHeaders: ['ETag', 'etag', 'Link', 'ETAG'],
    })
    expect(config).toStrictEqual({
      ...defaults,
      origins: ['https://b.example', lookup, A],
      methods: ['PUT', 'GET', 'Frob', 'frob'],
      allowedHeaders: ['x-b', 'x-a'],
      exposedHeaders: ['etag', 'link'],
    })
  })

  test.each(['origins', 'methods', 'allowedHeaders', 'exposedHeaders'])("%s: ['*'] is '*'", (option) => {
    const config = { origins: [A], [option]: ['*', '*'] }
    expect(policyOf(config).config).toStrictEqual({ origins: [A], ...defaults, [option]: '*' })
  })

  test("keeps Authorization beside '*'", () => {
    expect(policyOf({ origins: [A], allowedHeaders: ['*', 'Authorization'] }).config).toMatchObject({
      allowedHeaders: ['*', 'authorization'],
    })
  })

  test('has a maxAge of 0, not -0', () => {
    expect(policyOf({ origins: [A], maxAge: -0 }).config).toStrictEqual({
      origins: [A],
      ...defaults,
      maxAge: 0,
    })
  })

  test('is frozen to its last list', () => {
    const everything = {
      origins: [A],
      methods: ['PUT'],
      allowedHeaders: ['*', 'Authorization'],
      exposedHeaders: ['ETag'],
      maxAge: 1,
    }
    for (const input of [everything, { origins: '*' }, [everything, { origins: '*' }]]) {
      const { config } = policyOf(input)
      expect(Object.isFrozen(config)).toBe(true)
      for (const rule of [config].flat()) {
        expect(Object.isFrozen(rule)).toBe(true)
        for (const value of Object.values(rule)) expect(Object.isFrozen(value)).toBe(true)
      }
    }
  })
})

describe('createCorsPolicy(policy.config)', () => {
  const lookup = (origin: string) => origin.endsWith('.example')
  const configs = [
    { origins: '*', maxAge: 0, exposedHeaders: '*', methods: '*', allowedHeaders: ['*', 'Authorization'] },
    {
      origins: ['https://[2001:db8::1]:8443', 'http://[::1]:*', 'https://[::]'],
      credentials: true,
      methods: '*',
    },
    { origins: ['https://*.a.example', 'http://localhost:*', 'app://-', lookup], lookupTimeout: 7 },
    {
      origins: ['http://a.example', 'https://*.com'],
      credentials: true,
      dangerouslyAllowInsecureOrigins: true,
      dangerouslyAllowPublicSuffixes: true,
      allowedHeaders: '*',
    },
    [{ origins: [A], credentials: true, maxAge: 5 }, { origins: '*' }],
  ]
  const origins = [
    ...[
      'https://[2001:db8::1]:8443',
      'http://[::1]:3000',
      'http://[::1]',
      'https://[::]',
      'https://x.a.example',
      A,
    ],
    ...[
      'http://localhost:1',
      'app://-',
      'http://a.example',
      'https://b.com',
      'null',
      '',
      'https://other.test',
    ],
  ]

  test.each(configs)('is equivalent: %o', async (config) => {
    const first = policyOf(config)
    const second = policyOf(first.config)
    expect(second.config).toStrictEqual(first.config)
    for (const origin of origins) {
      for (const request of [actual(origin), preflight(origin, 'PUT', 'x-a, authorization')]) {
        expect(await second.evaluate(request)).toStrictEqual(await first.evaluate(request))
      }
    }
  })

  test('A variant is a spread', () => {
    const config = { origins: [A], maxAge: 600 }
    const variant = policyOf({ ...config, maxAge: 0 })
    expect(decide(variant, preflight(A)).headers).toContainEqual(['access-control-max-age', '0'])
    expect(decide(policyOf({ ...policyOf(config).config, maxAge: 0 }), preflight(A))).toStrictEqual(
      decide(variant, preflight(A)),
    )
  })
})

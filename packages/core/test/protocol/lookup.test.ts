import { describe, expect, test, vi } from 'vitest'
import { words } from '../support/matching.js'
import { decide, policyOf } from '../support/policies.js'
import { actual, nonCors, preflight } from '../support/requests.js'
import { thenable } from '../support/thenable.js'

const APP = 'https://app.example.com'
const TENANT = 'https://tenant.example'

const yes = () => vi.fn((_origin: string, _context: unknown): unknown => true)
const no = () => vi.fn((_origin: string, _context: unknown): unknown => false)

describe('A lookup is asked', () => {
  test.each([
    ['at once', () => true],
    ['later', async () => true],
    ['by something like a Promise', () => thenable((resolve) => resolve(true))],
  ])('and allows %s', async (_, lookup) => {
    const policy = policyOf({
      origins: [APP, lookup],
      credentials: true,
      methods: ['PUT'],
      exposedHeaders: ['ETag'],
    })
    const own = [
      ['access-control-allow-origin', TENANT],
      ['access-control-allow-credentials', 'true'],
    ]
    expect(await policy.evaluate(actual(TENANT))).toStrictEqual({
      kind: 'actual',
      allowed: true,
      reason: 'origin-lookup',
      headers: [...own, ['access-control-expose-headers', 'etag']],
      vary: ['Origin'],
    })
    expect(await policy.evaluate(preflight(TENANT))).toStrictEqual({
      kind: 'preflight',
      allowed: true,
      reason: 'origin-lookup',
      status: 204,
      headers: [...own, ['access-control-allow-methods', 'GET, HEAD, POST, PUT']],
      vary: ['Origin', 'Access-Control-Request-Method'],
    })
  })

  test.each([false, undefined, null, 0, 1, 'true', TENANT, {}, [], NaN, new Boolean(true), Symbol('true')])(
    'and only exactly true allows, not %s',
    async (answer) => {
      for (const lookup of [() => answer, async () => answer]) {
        const policy = policyOf({ origins: [lookup] })
        expect(await policy.evaluate(actual(TENANT))).toStrictEqual({
          kind: 'actual',
          allowed: false,
          reason: 'origin-not-listed',
          headers: [],
          vary: ['Origin'],
        })
        expect(await policy.evaluate(preflight(TENANT))).toStrictEqual({
          kind: 'preflight',
          allowed: false,
          reason: 'origin-not-listed',
          status: 403,
          headers: [],
          vary: ['Origin', 'Access-Control-Request-Method'],
        })
      }
    },
  )

  test('with the origin as it came and the context as it was given, once', async () => {
    const lookup = yes()
    const context = { url: '/x' }
    await policyOf({ origins: [APP, lookup] }).evaluate(actual(TENANT), context)
    expect(lookup.mock.calls).toStrictEqual([[TENANT, context]])
    expect(lookup.mock.calls[0]?.[1]).toBe(context)
  })

  test('without a this, by which it could change what is compiled', async () => {
    const lookup = vi.fn(() => true)
    await policyOf({ origins: [lookup] }).evaluate(actual(TENANT))
    expect(lookup.mock.contexts).toStrictEqual([undefined])
  })

  test('again for each request: nothing is remembered', async () => {
    const answers = [true, false, true]
    const policy = policyOf({ origins: [() => answers.shift()] })
    const decisions = [
      policy.evaluate(actual(TENANT)),
      policy.evaluate(actual(TENANT)),
      policy.evaluate(actual(TENANT)),
    ]
    expect((await Promise.all(decisions)).map(({ allowed }) => allowed)).toEqual([true, false, true])
  })

  test.each(
    words(`
      https://a.example https://a.example:8443 https://sub.app.example.com https://[2001:db8::1] https://1.2.3.4
      http://localhost:3000 http://a.localhost http://127.0.0.1 http://127.255.0.9:1 http://[::1] capacitor://localhost
      chrome-extension://AbC app://-
    `),
  )('about %s, with credentials', async (origin) => {
    const lookup = yes()
    expect(await policyOf({ origins: [lookup], credentials: true }).evaluate(actual(origin))).toMatchObject({
      reason: 'origin-lookup',
      headers: [
        ['access-control-allow-origin', origin],
        ['access-control-allow-credentials', 'true'],
      ],
    })
    expect(lookup.mock.calls).toStrictEqual([[origin, undefined]])
  })
})

describe('A lookup is not asked', () => {
  test.each([
    ['null', 'origin-opaque'],
    ...[
      ...words(`
        * NULL https://app.example.com/ https://a.example. https://A.example https://a.example:443 https://*.example.com
        http://localhost:* a.example https:// http://127.1 https://[::0] https://[::ffff:1.2.3.4] https://a..b
        https://user@a.example file:// file:///x ws://a.example wss://a.example blob:https://a.example data:x
        javascript://a about://blank https://a.example,https://b.example https://a.example:0 https://a.example:65536
        https://a.example? https://é.example https://a\0.example HTTPS://a.example 1http://a ://a app:// app://a:b
      `),
      '',
      ' ',
      `${TENANT} `,
      `${TENANT}, ${TENANT}`,
      `https://${'a'.repeat(63)}.${'b'.repeat(330)}`,
      `app://${'a'.repeat(400)}`,
      `${'a'.repeat(65)}://a`,
    ].map((origin) => [origin, 'origin-malformed'] as const),
  ] as const)('about %j', (origin, reason) => {
    const lookup = yes()
    for (const options of [{}, { credentials: true }, { dangerouslyAllowInsecureOrigins: true }]) {
      const policy = policyOf({ origins: [APP, lookup], ...options })
      expect(decide(policy, actual(origin))).toStrictEqual({
        kind: 'actual',
        allowed: false,
        reason,
        headers: [],
        vary: ['Origin'],
      })
      expect(decide(policy, preflight(origin))).toMatchObject({ status: 403, reason, headers: [] })
    }
    expect(lookup).not.toHaveBeenCalled()
  })

  test('where a listed origin or a pattern of its rule, or of an earlier one, matches', () => {
    const lookup = no()
    const policy = policyOf([
      { origins: ['https://first.example'] },
      { origins: [lookup, APP, 'http://localhost:*'] },
    ])
    expect(decide(policy, actual('https://first.example')).reason).toBe('origin-exact')
    expect(decide(policy, actual(APP)).reason).toBe('origin-exact')
    expect(decide(policy, actual('http://localhost:3000')).reason).toBe('origin-pattern')
    expect(lookup).not.toHaveBeenCalled()
  })

  test('where there is no origin', () => {
    const lookup = yes()
    expect(decide(policyOf({ origins: [lookup] }), nonCors())).toStrictEqual({
      kind: 'non-cors',
      allowed: false,
      reason: 'no-origin',
      headers: [],
      vary: ['Origin'],
    })
    expect(lookup).not.toHaveBeenCalled()
  })

  test('about a cleartext origin, with credentials', () => {
    const lookup = yes()
    const policy = policyOf({ origins: [lookup], credentials: true })
    for (const origin of words(
      'http://a.example http://localhost.example http://127.0.0.1.example http://128.0.0.1 http://[::2]',
    )) {
      expect(decide(policy, actual(origin))).toStrictEqual({
        kind: 'actual',
        allowed: false,
        reason: 'origin-insecure',
        headers: [],
        vary: ['Origin'],
      })
      expect(decide(policy, preflight(origin))).toStrictEqual({
        kind: 'preflight',
        allowed: false,
        reason: 'origin-insecure',
        status: 403,
        headers: [],
        vary: ['Origin', 'Access-Control-Request-Method'],
      })
    }
    expect(lookup).not.toHaveBeenCalled()
  })

  test.each([{ credentials: false }, { credentials: true, dangerouslyAllowInsecureOrigins: true }])(
    'but with %o it is asked about a cleartext origin',
    async (options) => {
      const decision = await policyOf({ origins: [yes()], ...options }).evaluate(actual('http://a.example'))
      expect(decision.reason).toBe('origin-lookup')
    },
  )
})

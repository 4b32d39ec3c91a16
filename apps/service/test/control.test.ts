import { describe, expect, test } from 'vitest'
import { controllable, mayControl, replacePolicy, shopPolicy } from '../src/index.js'

describe('who may control', () => {
  const here = '127.0.0.1'
  const host = '127.0.0.1:4000'

  test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('a program at %s', (remoteAddress) => {
    expect(mayControl({ remoteAddress, headers: { host } })).toBe(true)
  })

  test.each(['192.0.2.1', '127.0.0.1.example', '1127.0.0.1', '::ffff:192.0.2.1', '::2', '', undefined])(
    'nobody at %s',
    (remoteAddress) => {
      expect(mayControl({ remoteAddress, headers: { host } })).toBe(false)
    },
  )

  test.each(['localhost', 'LOCALHOST:4000', '127.0.0.1', '127.8.9.10:1', '[::1]', '[::1]:4000'])(
    'a program that asks for %s',
    (asked) => {
      expect(mayControl({ remoteAddress: here, headers: { host: asked } })).toBe(true)
    },
  )

  test.each([
    'attacker.example',
    'attacker.example:4000',
    'localhost.attacker.example',
    'attacker-localhost',
    '127.0.0.1.attacker.example:4000',
    'localhost@attacker.example',
    'localhost:4000, attacker.example',
    '192.0.2.1:4000',
    '',
    undefined,
  ])('no page whose name was made to lead here: Host "%s"', (asked) => {
    expect(mayControl({ remoteAddress: here, headers: { host: asked } })).toBe(false)
  })

  test.each(['http://localhost:4000', 'null', ''])('no page: Origin "%s"', (origin) => {
    expect(mayControl({ remoteAddress: here, headers: { host, origin } })).toBe(false)
  })

  test.each(['cross-site', 'same-site', 'same-origin', 'none'])('no browser: Sec-Fetch-Site "%s"', (site) => {
    expect(mayControl({ remoteAddress: here, headers: { host, 'sec-fetch-site': site } })).toBe(false)
  })
})

describe('replacing the policy', () => {
  const allows = (policy: ReturnType<typeof controllable>, origin: string) => policy.isOriginAllowed(origin)

  test('takes effect at once', () => {
    const policy = controllable(shopPolicy('http://localhost:4000'))
    expect(replacePolicy(policy, { origins: ['https://other.example'] })).toEqual({ status: 204 })
    expect([allows(policy, 'http://localhost:4000'), allows(policy, 'https://other.example')]).toEqual([
      false,
      true,
    ])
  })

  test('reports every mistake and changes nothing', () => {
    const policy = controllable(shopPolicy('http://localhost:4000'))
    const { status, body } = replacePolicy(policy, { origins: '*', credentials: true, maxAge: -1 })
    expect(status).toBe(400)
    expect(body?.issues.map(({ code }) => code).sort()).toEqual([
      'max-age-invalid',
      'origin-any-with-credentials',
    ])
    expect(allows(policy, 'http://localhost:4000')).toBe(true)
  })

  test('also where a compiled policy was given', () => {
    const policy = controllable(controllable({ origins: ['https://a.example'] }))
    expect(allows(policy, 'https://a.example')).toBe(true)
    replacePolicy(policy, { origins: ['https://b.example'] })
    expect(allows(policy, 'https://a.example')).toBe(false)
  })
})

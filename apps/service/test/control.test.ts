import { describe, expect, test } from 'vitest'
import { controllable, mayControl, replacePolicy, shopPolicy } from '../src/index.js'

describe('who may control', () => {
  test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('a program at %s', (remoteAddress) => {
    expect(mayControl({ remoteAddress, origin: undefined })).toBe(true)
  })

  test.each(['192.0.2.1', '127.0.0.1.example', '1127.0.0.1', '::ffff:192.0.2.1', '::2', '', undefined])(
    'nobody at %s',
    (remoteAddress) => {
      expect(mayControl({ remoteAddress, origin: undefined })).toBe(false)
    },
  )

  test.each(['http://localhost:4000', 'null', ''])('no page: Origin "%s"', (origin) => {
    expect(mayControl({ remoteAddress: '127.0.0.1', origin })).toBe(false)
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

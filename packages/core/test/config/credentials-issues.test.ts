import { describe, expect, test } from 'vitest'
import { words } from '../support/matching.js'
import { errorOf, mistakesOf, policyOf } from '../support/policies.js'

const A = 'https://a.example'

describe('origin-any-with-credentials', () => {
  test.each([['*'], [['*']], [['*', '*']]])('%o', (origins) => {
    const found = { code: 'origin-any-with-credentials', value: '*' }
    expect(mistakesOf({ origins, credentials: true })).toStrictEqual([{ ...found, path: ['origins'] }])
    expect(mistakesOf([{ origins: [A] }, { origins, credentials: true }])).toStrictEqual([
      { ...found, path: [1, 'origins'] },
    ])
  })

  test('no opt-in makes it work', () => {
    const config = {
      origins: '*',
      credentials: true,
      dangerouslyAllowInsecureOrigins: true,
      dangerouslyAllowPublicSuffixes: true,
    }
    expect(mistakesOf(config)).toMatchObject([{ code: 'origin-any-with-credentials' }])
  })
})

describe('origin-insecure-with-credentials', () => {
  const ROWS: [string, string][] = [
    ['http://example.com', 'https://example.com'],
    ['http://example.com:8080', 'https://example.com:8080'],
    ['http://example.com:443', 'https://example.com'],
    ['http://example.com:8443', 'https://example.com:8443'],
    ['http://example.com:*', 'https://example.com:*'],
    ['http://*.example.com', 'https://*.example.com'],
    ['http://*.example.com:*', 'https://*.example.com:*'],
    ['http://localhost.example', 'https://localhost.example'],
    ['http://notlocalhost', 'https://notlocalhost'],
    ['http://127.0.0.1.example', 'https://127.0.0.1.example'],
    ['http://128.0.0.1', 'https://128.0.0.1'],
    ['http://10.0.0.1:3000', 'https://10.0.0.1:3000'],
    ['http://0.0.0.0:3000', 'https://0.0.0.0:3000'],
    ['http://[::2]', 'https://[::2]'],
    ['http://[fe80::1]:80'.replace(':80', ''), 'https://[fe80::1]'],
  ]

  test.each(ROWS)('%s', (origin, suggestion) => {
    const found = { code: 'origin-insecure-with-credentials', value: origin, suggestion }
    expect(mistakesOf({ origins: [A, origin], credentials: true })).toStrictEqual([
      { ...found, path: ['origins', 1] },
    ])
    expect(mistakesOf([{ origins: [A] }, { origins: [origin], credentials: true }])).toStrictEqual([
      { ...found, path: [1, 'origins', 0] },
    ])
    // The suggestion is right, and so is each way out.
    policyOf({ origins: [suggestion], credentials: true })
    policyOf({ origins: [origin] })
    policyOf({ origins: [origin], credentials: true, dangerouslyAllowInsecureOrigins: true })
  })

  test.each(
    words(`
      http://localhost http://localhost:3000 http://localhost:* http://a.localhost http://*.localhost http://*.localhost:*
      http://127.0.0.1 http://127.0.0.1:* http://127.255.255.254:1 http://[::1] http://[::1]:* capacitor://localhost
      app://- ionic://a.example
    `),
  )('%s is fine', (origin) => {
    policyOf({ origins: [origin], credentials: true })
  })
})

describe('origin-public-suffix-with-credentials', () => {
  test.each(words('https://*.com https://*.com:8443 https://*.com:* https://*.internal https://*.xn--p1ai'))(
    '%s, a single label',
    (origin) => {
      const config = { origins: [A, origin], credentials: true }
      expect(mistakesOf(config)).toStrictEqual([
        { code: 'origin-public-suffix-with-credentials', path: ['origins', 1], value: origin },
      ])
      policyOf({ ...config, credentials: false })
      policyOf({ ...config, dangerouslyAllowPublicSuffixes: true })
    },
  )

  test.each(
    words('https://*.localhost https://*.localhost:* https://com https://com:* https://*.example.com'),
  )('%s is fine', (origin) => {
    policyOf({ origins: [origin], credentials: true })
  })

  test('Each danger has its own opt-in', () => {
    const config = { origins: ['http://*.com'], credentials: true }
    const codes = (more: object) => mistakesOf({ ...config, ...more }).map(({ code }) => code)
    const insecure = 'origin-insecure-with-credentials'
    const suffix = 'origin-public-suffix-with-credentials'
    expect(codes({})).toEqual([insecure, suffix])
    expect(codes({ dangerouslyAllowInsecureOrigins: true })).toEqual([suffix])
    expect(codes({ dangerouslyAllowPublicSuffixes: true })).toEqual([insecure])
    policyOf({ ...config, dangerouslyAllowInsecureOrigins: true, dangerouslyAllowPublicSuffixes: true })
  })
})

describe('exposed-any-with-credentials', () => {
  test.each([['*'], [['*']]])('%o', (exposedHeaders) => {
    expect(mistakesOf({ origins: [A], credentials: true, exposedHeaders })).toStrictEqual([
      { code: 'exposed-any-with-credentials', path: ['exposedHeaders'], value: '*' },
    ])
    policyOf({ origins: [A], exposedHeaders })
    policyOf([
      { origins: [A], credentials: true },
      { origins: '*', exposedHeaders },
    ])
  })

  test('also where it does not stand alone', () => {
    const config = { origins: [A], credentials: true, exposedHeaders: ['*', 'ETag'] }
    expect(
      mistakesOf(config)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['exposed-any-with-credentials', 'wildcard-not-alone'])
    // Only the others are right here. Neither sentence may order the asterisk that the other forbids.
    const { message } = errorOf(() => policyOf(config))
    expect(message).toContain('Write it alone, or only the others.')
    expect(message).toContain('List the headers.')
  })
})

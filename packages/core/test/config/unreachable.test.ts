import { describe, expect, test } from 'vitest'
import { mistakesOf, policyOf } from '../support/policies.js'

const rule = (...origins: string[]) => ({ origins })
const ANY = { origins: '*' }

describe('rule-unreachable', () => {
  test.each([
    ['the same origin', 'https://a.example', 'https://a.example'],
    ['the same with a port', 'https://a.example:1', 'https://a.example:1'],
    ['the same pattern', 'https://*.a.example', 'https://*.a.example'],
    ['the same pattern with a port', 'https://*.a.example:1', 'https://*.a.example:1'],
    ['the same for any port', 'https://a.example:*', 'https://a.example:*'],
    ['the same with both wildcards', 'https://*.a.example:*', 'https://*.a.example:*'],
    ['a subdomain', 'https://*.example', 'https://a.example'],
    ['a deep subdomain', 'https://*.example', 'https://a.b.example'],
    ['subdomains of a subdomain', 'https://*.example', 'https://*.a.example'],
    ['a subdomain with a port', 'https://*.example:1', 'https://a.example:1'],
    ['subdomains with a port', 'https://*.example:1', 'https://*.a.example:1'],
    ['the default port', 'https://a.example:*', 'https://a.example'],
    ['one port', 'https://a.example:*', 'https://a.example:1'],
    ['subdomains, one port', 'https://*.example:*', 'https://*.example:1'],
    ['subdomains of a subdomain, any port', 'https://*.example:*', 'https://*.a.example:*'],
    ['subdomains, default port', 'https://*.example:*', 'https://*.example'],
    ['a subdomain, any port', 'https://*.example:*', 'https://a.example:*'],
    ['an IPv4 address', 'http://127.0.0.1:*', 'http://127.0.0.1:3000'],
    ['an IPv6 address', 'http://[::1]:*', 'http://[::1]'],
    ['another scheme', 'app://-', 'app://-'],
  ])('%s', (_, earlier, later) => {
    const found = { code: 'rule-unreachable', value: later }
    expect(mistakesOf([rule(earlier), rule(later)])).toStrictEqual([{ ...found, path: [1, 'origins', 0] }])
    expect(
      mistakesOf([
        rule('https://x.test'),
        rule('https://y.test', earlier),
        rule('https://z.test', later),
        ANY,
      ]),
    ).toStrictEqual([{ ...found, path: [2, 'origins', 1] }])
    // The narrower one first, or both in one rule: each is for something.
    policyOf([rule(later, earlier)])
    policyOf([rule(earlier, later)])
    if (earlier !== later) policyOf([rule(later), rule(earlier)])
  })

  test.each([
    ['https://*.a.example', 'https://a.example'],
    ['https://*.a.example', 'https://*.example'],
    ['https://*.a.example', 'https://xa.example'],
    ['https://*.a.example', 'https://*.xa.example'],
    ['https://*.a.example', 'https://b.a.example:1'],
    ['https://*.a.example', 'https://b.a.example:*'],
    ['https://*.a.example', 'https://*.a.example:*'],
    ['https://*.a.example', 'http://b.a.example'],
    ['https://*.a.example:1', 'https://*.a.example'],
    ['https://*.a.example:1', 'https://*.a.example:2'],
    ['https://*.a.example:1', 'https://*.a.example:*'],
    ['https://a.example:*', 'http://a.example:1'],
    ['https://a.example:*', 'https://*.a.example:*'],
    ['https://a.example:*', 'https://b.a.example:*'],
    ['https://a.example', 'https://a.example:*'],
    ['http://127.0.0.1', 'http://127.0.0.1:*'],
    ['app://-', 'app://-:1'],
  ])('%s does not cover %s', (earlier, later) => {
    policyOf([rule(earlier), rule(later)])
  })

  test('every pattern of a rule is reported', () => {
    expect(
      mistakesOf([
        rule('https://*.a.example', 'https://*.b.example'),
        rule('https://x.a.example', 'https://c.example', 'https://x.b.example'),
      ]),
    ).toMatchObject([{ path: [1, 'origins', 0] }, { path: [1, 'origins', 2] }])
  })

  test('a lookup covers nothing', () => {
    const lookup = () => true
    policyOf([{ origins: [lookup] }, rule('https://a.example'), { origins: [lookup] }, ANY])
  })

  test('each rule after the one for everybody, as a whole', () => {
    const late = { origins: ['https://a.example', 'https://b.example'] }
    const issues = mistakesOf([rule('https://a.example'), { origins: ['*'] }, late, ANY])
    expect(issues).toStrictEqual([
      { code: 'rule-unreachable', path: [2], value: late },
      { code: 'rule-unreachable', path: [3], value: ANY },
    ])
  })

  test("not after a list in which '*' does not stand alone: that is the mistake", () => {
    expect(mistakesOf([rule('*', 'https://a.example'), rule('https://b.example')])).toMatchObject([
      { code: 'wildcard-not-alone' },
    ])
  })

  test('beside other mistakes', () => {
    const issues = mistakesOf([
      { origins: ['https://*.a.example', 'https://a.example/'], maxAge: -1 },
      null,
      { origins: ['https://b.a.example'], methods: ['put'] },
      { origins: '*', credentials: true },
      { origins: ['https://c.example'] },
    ])
    expect(issues.map(({ code, path }) => [code, path])).toEqual(
      expect.arrayContaining([
        ['origin-not-canonical', [0, 'origins', 1]],
        ['max-age-invalid', [0, 'maxAge']],
        ['config-type', [1]],
        ['method-not-normalized', [2, 'methods', 0]],
        ['origin-any-with-credentials', [3, 'origins']],
        ['rule-unreachable', [2, 'origins', 0]],
        ['rule-unreachable', [4]],
      ]),
    )
    expect(issues).toHaveLength(7)
  })
})

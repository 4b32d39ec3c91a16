import vm from 'node:vm'
import { describe, expect, test } from 'vitest'
import { mistakesOf } from '../support/policies.js'

const found = (member: unknown, suggestion?: string): void => {
  expect(mistakesOf({ origins: [member] })).toStrictEqual([
    {
      code: 'origin-wildcard-invalid',
      path: ['origins', 0],
      value: member,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ])
}

describe('origin-wildcard-invalid', () => {
  test.each<[string, string?]>([
    // A label is more than its end.
    ['https://*example.com', 'https://*.example.com'],
    ['https://*example.com:443', 'https://*.example.com'],
    ['https://*example.com:80443'],
    ['https://*.*.example.com', 'https://*.example.com'],
    ['https://**.example.com', 'https://*.example.com'],
    // A regular expression, written as a text.
    ['https://.*.example.com', 'https://*.example.com'],
    ['.*.example.com', 'https://*.example.com'],
    ['https://*.*.example.com:*', 'https://*.example.com:*'],
    // The end is not ours to give away.
    ['https://example.*'],
    ['https://app.example.*'],
    ['https://*.example.*'],
    ['https://*'],
    ['https://*.'],
    ['https://*.*'],
    ['https://*:8443'],
    ['http://*:*'],
    ['https://'.concat('*', '/')],
    // On an IP address.
    ['https://*.127.0.0.1', 'https://127.0.0.1'],
    ['http://*.[::1]', 'http://[::1]'],
    ['http://127.0.0.*'],
    // On a scheme other than HTTP(S), or instead of one.
    ['*://example.com', 'https://example.com'],
    ['http*://example.com', 'https://example.com'],
    ['chrome-extension://*'],
    ['capacitor://*.localhost'],
    ['capacitor://localhost:*'],
    ['ws://*.example.com', 'http://*.example.com'],
    // In a port.
    ['https://*.127.0.0.1:8443', 'https://127.0.0.1:8443'],
    ['http://*.127.0.0.1:*', 'http://127.0.0.1:*'],
    // Any port would be more than was meant.
    ['http://localhost:3*'],
    ['http://localhost:**', 'http://localhost:*'],
    ['http://localhost:30*0/'],
    // In a path.
    ['https://example.com/*', 'https://example.com'],
    ['https://example.com:8443/*', 'https://example.com:8443'],
    ['https://*.example.com/*', 'https://*.example.com'],
    ['http://localhost:*/*', 'http://localhost:*'],
    ['https://example.com/a/*/b?*', 'https://example.com'],
  ])('%s', found)

  test.each([
    [
      'https://app-*-team.vercel.app',
      ['https://app-x-team.vercel.app'],
      [
        'https://app--team.vercel.app',
        'https://app-a.b-team.vercel.app',
        'https://app-x-teamxvercel.app',
        'http://app-x-team.vercel.app',
      ],
    ],
    [
      'https://*-team.vercel.app',
      ['https://pr-7-team.vercel.app'],
      ['https://team.vercel.app', 'https://a.b-team.vercel.app', 'https://a-team.vercel.app.evil'],
    ],
    [
      'https://app-*.example.com',
      ['https://app-1.example.com'],
      ['https://app-.example.com', 'https://app-1.b.example.com', 'https://xapp-1.example.com'],
    ],
    [
      'https://a.*.example.com:8443',
      ['https://a.b.example.com:8443'],
      ['https://a.b.example.com', 'https://a.b.c.example.com:8443'],
    ],
    [
      'http://a-*.localhost:*',
      ['http://a-1.localhost:3000', 'http://a-1.localhost'],
      ['http://a-1.localhost:3000.evil', 'http://a-1.localhost:', 'http://a-1.localhost.evil:3000'],
    ],
    [
      'https://App-*-Team.Example.com/',
      ['https://app-1-team.example.com'],
      ['https://App-1-Team.Example.com'],
    ],
    ['app-**.example.com', ['https://app-1.example.com'], ['https://app-1xexample.com', 'app-1.example.com']],
    ['https://*.*.app-*.example.com', ['https://a.b.app-1.example.com'], ['https://b.app-1.example.com']],
    ['https://a_b-*.example.com', ['https://a_b-1.example.com'], ['https://a_b-1_2.example.com']],
    ['https://*.app-*.example.com', ['https://x.app-1.example.com'], ['https://x.app-1.evil.com']],
    ['https://app-*.example.com:/', ['https://app-1.example.com'], ['https://app-1.example.com:']],
    [
      'https://app-*.example.com:30*',
      ['https://app-1.example.com:3000'],
      ['https://app-1.example.com:3', 'https://app-1.example.com:30', 'https://app-1.example.com:300.evil'],
    ],
  ])('%s: the suggestion is a lookup function to paste', (member, matches, others) => {
    const [issue] = mistakesOf({ origins: [member] })
    expect(issue).toMatchObject({ code: 'origin-wildcard-invalid', path: ['origins', 0], value: member })
    expect(issue?.suggestion).toMatch(/^\(origin\) => \/\^.*\$\/\.test\(origin\)$/)
    const lookup = vm.runInNewContext(String(issue?.suggestion)) as (origin: string) => unknown
    for (const origin of matches) expect(lookup(origin), origin).toBe(true)
    for (const origin of others) expect(lookup(origin), origin).toBe(false)
  })

  test.each([
    // The asterisk is so near to the end that anybody can register such a name.
    'https://app.exam*ple.com',
    'https://*-example.com',
    'https://*example',
    'https://app.example.c*m',
    'https://app*',
    'https://app-*.com:8443',
    // No browser writes such a host.
    'https://exämple-*.example.com',
    'https://user@app-*.example.com',
    'https://app-*.exa$mple.com',
    'https://app-*.exa(mple|.*).com',
    'https://app-*.example.com\\',
    'https://app-*.example.com:(.*)',
    'https://app-*.example.com:80|.*',
    // It would be slow.
    'https://*-*-*-*.example.com',
  ])('%s: nothing to paste', (member) => {
    found(member)
  })

  test('Three asterisks a label are few enough, and their time is bounded by the length of a label', () => {
    const [issue] = mistakesOf({ origins: ['https://*-*-*.example.com'] })
    const lookup = vm.runInNewContext(String(issue?.suggestion)) as (origin: string) => unknown
    expect(lookup(`https://${'-'.repeat(63)}.example.com`)).toBe(true)
    expect(lookup(`https://${'-'.repeat(63)}.example.org`)).toBe(false)
  })

  test.each<[RegExp, string?]>([
    [/example\.com$/, 'https://*.example.com'],
    [/\.example\.com$/, 'https://*.example.com'],
    [/example.com/, 'https://*.example.com'],
    [/^https:\/\/example\.com$/, 'https://example.com'],
    [/^https?:\/\/example\.com$/, 'https://example.com'],
    [/^http:\/\/([a-z]+\.)?example\.com$/, '"http://example.com", "http://*.example.com"'],
    [/^https?:\/\/(?:.+\.)?example\.com(:\d+)?$/, '"https://example.com:*", "https://*.example.com:*"'],
    [/^https:\/\/.*\.example\.com$/, 'https://*.example.com'],
    [/^https:\/\/.*example\.com$/, 'https://*.example.com'],
    [/^https:\/\/[^.]+\.example\.com$/, 'https://*.example.com'],
    [/^https:\/\/app\.example\.com:8443$/, 'https://app.example.com:8443'],
    [
      /^https:\/\/app-.*-team\.vercel\.app$/,
      '(origin) => /^https:\\/\\/app-[a-z0-9-]+-team\\.vercel\\.app$/.test(origin)',
    ],
    [/localhost/, 'http://localhost:*'],
    [/^http:\/\/localhost$/, 'http://localhost'],
    [/^http:\/\/localhost:\d+$/, 'http://localhost:*'],
    [/^https?:\/\/localhost(:[0-9]+)?$/, 'http://localhost:*'],
    [/^http:\/\/localhost:3000$/, 'http://localhost:3000'],
    // More than a pattern can say.
    [/.*/],
    [/(?:)/],
    [/^https:\/\/(a|b)\.example\.com$/],
    [/^https:\/\/(www\.)?example\.com$/],
    [/^https:\/\/a{3}\.example\.com$/],
    [/^https:\/\/app\d{2}\.example\.com$/],
    [/^https:\/\/app/],
    [/^https:\/\/.*\.(?!evil)example\.com$/],
  ])('%s', found)

  test('a regular expression of another realm', () => {
    found(vm.runInNewContext('/example\\.com$/'), 'https://*.example.com')
  })

  test('a regular expression instead of the list', () => {
    const expression = /example\.com$/
    expect(mistakesOf({ origins: expression })).toStrictEqual([
      {
        code: 'origin-wildcard-invalid',
        path: ['origins'],
        value: expression,
        suggestion: '["https://*.example.com"]',
      },
    ])
  })
})

describe('wildcard-not-alone', () => {
  const lookup = () => true

  test.each([
    ['origins', ['*', 'https://a.example'], 0],
    ['origins', ['https://a.example', '*', '*'], 1],
    ['origins', ['*', lookup], 0],
    ['methods', ['*', 'PUT'], 0],
    ['methods', ['GET', '*'], 1],
    ['exposedHeaders', ['ETag', '*'], 1],
    ['exposedHeaders', ['*', 'Authorization'], 0],
    ['allowedHeaders', ['*', 'X-A'], 0],
    ['allowedHeaders', ['Authorization', 'X-A', '*'], 2],
  ])('%s: %j', (option, list, index) => {
    const config = { origins: ['https://a.example'], [option]: list }
    const issues = mistakesOf(config)
    expect(issues).toMatchObject([{ code: 'wildcard-not-alone', path: [option, index], value: '*' }])
  })

  test.each([
    { origins: ['*'] },
    { origins: ['*', '*'] },
    { origins: '*', allowedHeaders: ['*', 'Authorization'] },
    { origins: '*', allowedHeaders: ['authorization', '*', 'AUTHORIZATION'] },
    { origins: '*', methods: ['*', '*'], exposedHeaders: ['*'] },
  ])('%j is fine', (config) => {
    expect(() => mistakesOf(config)).toThrow('was accepted')
  })
})

import { describe, expect, test } from 'vitest'
import { INVALID } from '../corpus/invalid/index.js'
import { applySuggestion } from '../support/apply-suggestion.js'
import { errorOf, policyOf } from '../support/policies.js'
import { secondRound, secondRoundOfAll } from '../support/second-round.js'

const all = Object.values(INVALID).flat()
const lookup = () => true

describe('What is suggested is accepted: nobody is sent into a second round', () => {
  describe.each(Object.entries(INVALID))('%s', (_, cases) => {
    test.each(cases.map(({ source, config }, index) => [`${index} ${source}`, config] as const))(
      '%s',
      (_name, config) => {
        expect([...secondRound(config), ...secondRoundOfAll(config)]).toEqual([])
      },
    )
  })

  test('Most of the corpus has something to paste', () => {
    const pasted = all.flatMap(({ config }) =>
      errorOf(() => policyOf(config)).issues.map((issue) => applySuggestion(config, issue)),
    )
    expect(pasted.filter((config) => config !== undefined).length).toBeGreaterThan(200)
  })

  test('The test notices what is refused, and what stands there already', () => {
    const issue = { code: 'origin-invalid', path: ['origins', 0], value: 'a', message: 'A.' } as const
    expect(applySuggestion({ origins: ['a', 'b'] }, { ...issue, suggestion: '"c", "d"' })).toEqual({
      origins: ['c', 'd', 'b'],
    })
    // A rule that matches it already: what is right in one rule is not compared with another one before that.
    const rules = [{ origins: ['https://a.example'] }, { origins: ['https://A.example'] }]
    expect(secondRound(rules)).toEqual([
      'origin-not-canonical at 1.origins: https://A.example -> https://a.example -> ' +
        'rule-unreachable at 1.origins: https://a.example',
    ])
  })
})

/** The first mistake of a rule is answered so. */
const suggests = (rule: object, suggestion: string | undefined): void => {
  expect(errorOf(() => policyOf(rule)).issues[0]?.suggestion).toBe(suggestion)
}

describe('A rule with credentials', () => {
  test.each<[unknown, string | undefined]>([
    ['ws://a.example', 'https://a.example'],
    ['http://A.example:8080/', 'https://a.example:8080'],
    ['http://a.example:443/', 'https://a.example'],
    [/^http:\/\/a\.example$/, 'https://a.example'],
    ['ws://localhost:3000', 'http://localhost:3000'],
    [/\.github\.io$/, undefined],
    ['*.co.uk', undefined],
    ['https://*.GitHub.io', undefined],
    ['http://*.com', undefined],
    ['http://a.example, https://*.com, https://*.b.example', '"https://a.example", "https://*.b.example"'],
  ])('%s', (member, suggestion) => {
    suggests({ origins: [member], credentials: true }, suggestion)
  })

  test.each<[object, string | undefined]>([
    [{}, undefined],
    [{ dangerouslyAllowInsecureOrigins: true }, undefined],
    [{ dangerouslyAllowPublicSuffixes: true }, 'https://*.com'],
    [{ dangerouslyAllowInsecureOrigins: true, dangerouslyAllowPublicSuffixes: true }, 'http://*.com'],
  ])('%o', (options, suggestion) => {
    suggests({ origins: ['http://*.COM'], credentials: true, ...options }, suggestion)
  })

  test.each<[string, unknown, string | undefined]>([
    ['origin', '*', undefined],
    ['origin', ['*', 'http://a.example'], 'origins: ["https://a.example"]'],
    ['exposeHeaders', '*', undefined],
    ['exposeHeaders', '*, ETag', 'exposedHeaders: ["ETag"]'],
    ['allowHeaders', '*', 'allowedHeaders: ["*"]'],
  ])('%s: %o', (name, value, written) => {
    const [issue] = errorOf(() => policyOf({ credentials: true, [name]: value })).issues
    expect(issue?.message).toBe(`There is no such option.${written ? ` Write: ${written}.` : ''}`)
  })
})

test('What has no suggestion is told as what it is', () => {
  const { issues } = errorOf(() => policyOf({ origins: ['https://*.GitHub.io'], credentials: true }))
  expect(issues.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['origin-not-canonical', undefined],
  ])
})

describe('Members that cannot stand together', () => {
  test.each<[string, unknown, string | undefined]>([
    ['methods', '*, GET', '["GET"]'],
    ['methods', '*, *', '["*"]'],
    ['allowedHeaders', '*, Authorization', '["*", "Authorization"]'],
    ['allowedHeaders', 'X-A, *, Authorization', '["X-A", "Authorization"]'],
    ['exposedHeaders', 'ETag *', '["ETag"]'],
    ['origins', 'http://localhost:3000,*', '["http://localhost:3000"]'],
    [
      'origins',
      'https://a-*.b.example,https://c-*.d.example',
      '[(origin) => /^https:\\/\\/a-[a-z0-9-]+\\.b\\.example$/.test(origin)]',
    ],
  ])('%s: %o', (name, value, suggestion) => {
    suggests({ origins: '*', [name]: value }, suggestion)
  })

  test('An asterisk beside others is said to stand alone, and what stands there already is not suggested', () => {
    for (const name of ['methods', 'allowedHeaders', 'exposedHeaders'])
      suggests({ origins: '*', [name]: ['*', 'X-A'] }, undefined)
  })

  test('An asterisk and a wrong name are told at once', () => {
    const { issues } = errorOf(() => policyOf({ origins: '*', methods: ['*', 'put'] }))
    expect(issues.map(({ code }) => code)).toEqual(['method-not-normalized', 'wildcard-not-alone'])
  })

  test('One function to paste, and none beside another one', () => {
    const preview = 'https://app-*-team.vercel.app'
    const suggestions = (origins: readonly unknown[]) =>
      errorOf(() => policyOf({ origins })).issues.map(({ suggestion }) => suggestion !== undefined)
    expect(suggestions([preview, 'https://web-*.a.example', 'b.example'])).toEqual([true, false, true])
    expect(suggestions([preview, lookup])).toEqual([false])
    expect(suggestions([lookup, preview])).toEqual([false])
  })
})

describe('What is no origin, or two', () => {
  test.each(['undefined', 'foo', 'NaN', 'undefined:3000', 'undefined/path', '//foo', '[object Object]'])(
    '%s: an unset variable, or nothing that is certain',
    (member) => suggests({ origins: [member] }, undefined),
  )

  test('A subdomain that need not be there: the domain itself is not lost', () => {
    for (const expression of [/^https:\/\/(.*\.)?a\.com$/, /^https:\/\/(?:[\w-]+?\.)*a\.com$/])
      suggests({ origins: [expression] }, '"https://a.com", "https://*.a.com"')
    suggests({ origins: /^https:\/\/(.+\.)?a\.com$/ }, '["https://a.com", "https://*.a.com"]')
    suggests({ origins: [/^https:\/\/(.+\.)a\.com$/] }, 'https://*.a.com')
  })

  test('A function to paste is one', () => {
    for (const port of [':(', ':8*', ':x', ':', ':/', ':80|.*'])
      expect(secondRound({ origins: [`https://a-*.b.example${port}`] })).toEqual([])
  })

  test('Of a list that is too long, the first are shown as they should be', () => {
    const names = Array.from({ length: 300 }, (_, index) => (index === 0 ? 'put' : `M${index}`))
    const [issue] = errorOf(() => policyOf({ origins: '*', allowMethods: names })).issues
    expect(issue?.message).toMatch(
      /^There is no such option\. Write: methods: \["PUT", "M1", .*"M19", …\]\.$/,
    )
  })
})

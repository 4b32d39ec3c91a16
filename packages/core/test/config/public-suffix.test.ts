import { beforeEach, describe, expect, test, vi } from 'vitest'
import { words } from '../support/matching.js'
import { errorOf, mistakesOf, policyOf } from '../support/policies.js'

const reads = vi.hoisted(() => ({ count: 0 }))
vi.mock('../../src/origin/public-suffix/public-suffix-data.js', async (importOriginal) => {
  const { PUBLIC_SUFFIXES } = await importOriginal<{ PUBLIC_SUFFIXES: string }>()
  return {
    get PUBLIC_SUFFIXES() {
      reads.count++
      return PUBLIC_SUFFIXES
    },
  }
})
beforeEach(() => {
  reads.count = 0
})

const A = 'https://a.example'

test('The list is read only for credentials and a wildcard over several labels, and only once', () => {
  policyOf({ origins: ['https://*.github.io'] })
  policyOf({ origins: ['https://github.io', 'https://github.io:*'], credentials: true })
  policyOf({ origins: ['https://*.github.io'], credentials: true, dangerouslyAllowPublicSuffixes: true })
  policyOf({ origins: ['https://*.localhost:*'], credentials: true })
  expect(() => policyOf({ origins: ['https://*.com'], credentials: true })).toThrow(
    '"com" is a public suffix',
  )
  expect(reads.count).toBe(0)
  policyOf({ origins: ['https://*.example.com'], credentials: true })
  policyOf({ origins: ['https://*.example.org'], credentials: true })
  expect(reads.count).toBe(1)
})

describe('origin-public-suffix-with-credentials', () => {
  test.each([
    ['https://*.github.io', 'github.io'],
    ['https://*.github.io:8443', 'github.io'],
    ['https://*.github.io:*', 'github.io'],
    ['https://*.vercel.app', 'vercel.app'],
    ['https://*.co.uk', 'co.uk'],
    ['https://*.xn--55qx5d.cn', 'xn--55qx5d.cn'],
    ['https://*.foo.ck', 'foo.ck'],
    ['https://*.glitch.me', 'glitch.me'],
    ['https://*.codesandbox.io', 'codesandbox.io'],
    ['https://*.stackblitz.io', 'stackblitz.io'],
    ['https://*.loca.lt', 'loca.lt'],
    ['https://*.zendesk.com', 'zendesk.com'],
    ['https://*.atlassian.net', 'atlassian.net'],
    // A suffix below: the wildcard stands for any number of labels.
    ['https://*.kawasaki.jp', 'kawasaki.jp'],
    ['https://*.salesforce.com', 'my.salesforce.com'],
    ['https://*.amazonaws.com', expect.stringMatching(/\.amazonaws\.com$/)],
  ])('%s covers %s', (origin, suffix) => {
    const config = { origins: [A, origin], credentials: true }
    const [issue, ...others] = errorOf(() => policyOf(config)).issues
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      code: 'origin-public-suffix-with-credentials',
      path: ['origins', 1],
      value: origin,
    })
    const [, named] =
      /^"(.*)" is a public suffix: anybody can register a sibling, and could act as your users\./.exec(
        issue?.message ?? '',
      ) ?? []
    expect(named).toEqual(suffix)
    expect(issue?.message).toMatch(/To accept that: dangerouslyAllowPublicSuffixes: true\.$/)
    policyOf({ ...config, credentials: false })
    policyOf({ ...config, dangerouslyAllowPublicSuffixes: true })
    policyOf({ ...config, origins: [A, origin.replace('*.', 'mine.')] })
  })

  test.each(
    words(`
      https://*.example.com https://*.example.co.uk https://*.mine.github.io https://*.a.mine.vercel.app
      https://*.www.ck https://*.a.www.ck https://*.city.kawasaki.jp https://*.foo.bar.ck https://*.mine.zendesk.com
      https://*.corp.internal https://*.a.localhost:* app://github.io
    `),
  )('%s is fine', (origin) => {
    policyOf({ origins: [origin], credentials: true })
  })

  test('Without credentials nothing is lost, and a rule for others is not judged', () => {
    policyOf([{ origins: [A], credentials: true }, { origins: ['https://*.github.io'] }])
    expect(
      mistakesOf([{ origins: ['https://*.github.io'] }, { origins: ['https://*.co.uk'], credentials: true }]),
    ).toMatchObject([{ path: [1, 'origins', 0] }])
  })
})

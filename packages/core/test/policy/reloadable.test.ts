import { describe, expect, test } from 'vitest'
import { type CorsConfig, createReloadablePolicy } from '../../src/index.js'
import { errorOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

const A = 'https://a.example'
const B = 'https://b.example'

describe('createReloadablePolicy', () => {
  test('The new configuration decides everything, the old one nothing', () => {
    const policy = createReloadablePolicy({ origins: [A], credentials: true, maxAge: 5 })
    const { evaluate, isOriginAllowed, isOriginTrusted } = policy
    expect(evaluate(actual(A)).headers).toStrictEqual([
      ['access-control-allow-origin', A],
      ['access-control-allow-credentials', 'true'],
    ])
    policy.replace({ origins: [B], methods: ['PUT'] })
    expect(policy.config).toMatchObject({ origins: [B], credentials: false, methods: ['PUT'] })
    expect(evaluate(actual(A)).allowed).toBe(false)
    expect(evaluate(preflight(B)).headers).toStrictEqual([
      ['access-control-allow-origin', B],
      ['access-control-allow-methods', 'GET, HEAD, POST, PUT'],
    ])
    expect([isOriginAllowed(A), isOriginAllowed(B), isOriginTrusted(A), isOriginTrusted(B)]).toStrictEqual([
      ...[false, true, false, false],
    ])
    policy.replace([{ origins: [A], credentials: true }, { origins: '*' }])
    expect([isOriginTrusted(A), isOriginAllowed('null')]).toStrictEqual([true, true])
  })

  test('The first configuration is checked', () => {
    expect(errorOf(() => createReloadablePolicy({ origins: [] as string[] })).issues).toMatchObject([
      { code: 'origins-missing', path: ['origins'] },
    ])
  })

  test.each<[unknown, string, (string | number)[]]>([
    [null, 'config-type', []],
    [{ origins: ['https://b.example/'] }, 'origin-not-canonical', ['origins', 0]],
    [[{ origins: [B] }, { origins: [B] }], 'rule-unreachable', [1, 'origins', 0]],
  ])('An invalid replacement throws and changes nothing: %o', (config, code, path) => {
    const policy = createReloadablePolicy({ origins: [A] })
    const before = policy.config
    expect(errorOf(() => policy.replace(config as CorsConfig)).issues).toMatchObject([{ code, path }])
    expect(policy.config).toBe(before)
    expect(policy.evaluate(actual(A)).allowed).toBe(true)
    expect(policy.isOriginAllowed(B)).toBe(false)
  })

  test('Whether there is a lookup is fixed by the first configuration', async () => {
    const lookup = (origin: string) => origin === B
    const without = createReloadablePolicy({ origins: [A] })
    for (const config of [{ origins: [A, lookup] }, [{ origins: [A] }, { origins: [lookup] }]]) {
      expect(errorOf(() => without.replace(config)).issues).toMatchObject([
        { code: 'config-type', path: [], value: config },
      ])
    }
    expect(without.isOriginAllowed(B)).toBe(false)

    const withLookup = createReloadablePolicy({ origins: [A, lookup] })
    for (const config of [{ origins: [A] }, { origins: '*' as const }, [{ origins: [A] }]]) {
      expect(errorOf(() => withLookup.replace(config)).issues).toMatchObject([
        { code: 'config-type', path: [], value: config },
      ])
    }
    expect(await withLookup.isOriginAllowed(B)).toBe(true)
    withLookup.replace([{ origins: [A] }, { origins: [() => false] }])
    expect(await withLookup.isOriginAllowed(B)).toBe(false)
    withLookup.replace({ origins: [lookup] })
    expect(await withLookup.isOriginAllowed(B)).toBe(true)
  })

  test('A request is judged by one configuration: the one at its start', async () => {
    let answer = (_: boolean) => {}
    const lookup = () =>
      new Promise<boolean>((resolve) => {
        answer = resolve
      })
    const policy = createReloadablePolicy([{ origins: [lookup] }, { origins: [A], exposedHeaders: ['Old'] }])
    const pending = policy.evaluate(actual(A))
    policy.replace([{ origins: [() => false] }, { origins: [A], exposedHeaders: ['New'] }])
    answer(false)
    expect((await pending).headers[1]).toStrictEqual(['access-control-expose-headers', 'old'])
    expect((await policy.evaluate(actual(A))).headers[1]).toStrictEqual([
      'access-control-expose-headers',
      'new',
    ])
  })

  test('It is frozen', () => {
    expect(Object.isFrozen(createReloadablePolicy({ origins: [A] }))).toBe(true)
  })
})

import vm from 'node:vm'
import { describe, expect, test } from 'vitest'
import { decide, mistakesOf, policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

const A = 'https://a.example'
const good = { origins: [A] }

/** An object whose every property is counted when read. */
const counted = (properties: Record<string, unknown>) => {
  const reads: string[] = []
  const target = {}
  for (const [name, value] of Object.entries(properties)) {
    const get = (): unknown => {
      reads.push(name)
      return value
    }
    Object.defineProperty(target, name, { enumerable: true, get })
  }
  return { target, reads }
}

describe('Each property is read once', () => {
  const options = {
    origins: [A],
    credentials: true,
    methods: ['PUT'],
    allowedHeaders: ['x-a'],
    exposedHeaders: ['x-b'],
    maxAge: 5,
    lookupTimeout: 5,
    dangerouslyAllowInsecureOrigins: false,
    dangerouslyAllowPublicSuffixes: false,
  }

  test('of a rule', () => {
    const { target, reads } = counted(options)
    expect(policyOf(target).config).toStrictEqual(options)
    expect(reads.sort()).toEqual(Object.keys(options).sort())
  })

  test('of a list, its length included', () => {
    for (const option of ['origins', 'methods', 'allowedHeaders', 'exposedHeaders']) {
      const reads: PropertyKey[] = []
      const list = new Proxy(
        ['https://x.example', 'https://y.example'].map((origin, index) =>
          option === 'origins' ? origin : `X-${index}`,
        ),
        {
          get(target, key) {
            reads.push(key)
            return Reflect.get(target, key)
          },
        },
      )
      policyOf({ ...good, [option]: list })
      expect(reads.filter((key) => typeof key === 'string').sort()).toEqual(['0', '1', 'length'])
    }
  })

  test('A getter that answers differently the second time does not get past the check', () => {
    const answers = [false, true]
    const config = {
      origins: '*',
      get credentials() {
        return answers.shift()
      },
    }
    expect(decide(policyOf(config), actual(A)).headers).toStrictEqual([['access-control-allow-origin', '*']])
  })
})

describe('What cannot be read is a mistake, and no crash', () => {
  const broken = new Error('broken')
  const fail = (): never => {
    throw broken
  }
  const revoked = (target: object): object => {
    const { proxy, revoke } = Proxy.revocable(target, {})
    revoke()
    return proxy
  }
  const spoof = { [Symbol.toStringTag]: 'RegExp' }
  const brokenSpoof = {
    [Symbol.toStringTag]: 'RegExp',
    get source() {
      return fail()
    },
  }

  test.each<[string, unknown]>([
    [
      'a getter that throws',
      {
        ...good,
        get maxAge() {
          return fail()
        },
      },
    ],
    ['a proxy that throws', new Proxy(good, { ownKeys: fail })],
    [
      'a proxy that throws at everything',
      new Proxy(good, { get: fail, ownKeys: fail, getOwnPropertyDescriptor: fail, has: fail }),
    ],
    ['a revoked proxy', revoked({})],
    ['a revoked proxy of a list', revoked([])],
  ])('%s, as the configuration', (_, config) => {
    const [issue, ...others] = mistakesOf(config)
    expect([issue?.code, issue?.path, others]).toStrictEqual(['config-type', [], []])
    // Nothing else can be done with a revoked proxy.
    expect(issue?.value === config).toBe(true)
  })

  test.each<[string, unknown]>([
    ['a list that throws', new Proxy([A], { get: fail })],
    ['a revoked proxy of a list', revoked([A])],
    ['what calls itself a regular expression', spoof],
    ['the same, and throws', brokenSpoof],
  ])('%s, as an option', (_, list) => {
    for (const option of ['origins', 'methods', 'allowedHeaders', 'exposedHeaders']) {
      const issues = mistakesOf({ ...good, [option]: list })
      expect(issues).toHaveLength(1)
      expect(issues[0]).toMatchObject({ path: [option] })
    }
  })

  test.each<[string, unknown]>([
    ['a revoked proxy', revoked({})],
    ['what calls itself a regular expression', spoof],
    ['the same, and throws', brokenSpoof],
    ['a proxy that throws', new Proxy({}, { get: fail })],
    ['an object without a prototype', Object.create(null)],
    ['an object that cannot be a text', { toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail }],
  ])('%s, as a member or value', (_, value) => {
    const config = {
      origins: [value],
      credentials: value,
      methods: [value],
      maxAge: value,
      lookupTimeout: value,
      unknown: value,
    }
    expect(mistakesOf(config)).toHaveLength(6)
  })

  test('the message says why', () => {
    const config = new Proxy(good, { ownKeys: fail })
    expect(() => policyOf(config)).toThrow('It cannot be read: Error: broken.')
    expect(() => policyOf({ origins: new Proxy([A], { get: fail }) })).toThrow(
      'It cannot be read: Error: broken.',
    )
  })

  test('a getter that throws something that cannot be a text', () => {
    const config = {
      get origins() {
        throw Object.create(null)
      },
    }
    expect(mistakesOf(config)).toMatchObject([{ code: 'config-type', path: [] }])
    expect(() => policyOf(config)).toThrow('It cannot be read: Object.')
  })
})

describe('Own enumerable properties only', () => {
  test('what is inherited does not count', () => {
    const inherited = Object.create(
      { credentials: true, maxAge: 5, unknown: 1 },
      Object.getOwnPropertyDescriptors(good),
    )
    expect(policyOf(inherited).config).toStrictEqual(policyOf(good).config)
    expect(mistakesOf(Object.create(good))).toMatchObject([{ code: 'origins-missing' }])
  })

  test('nor what is not enumerable, nor symbols', () => {
    const config = Object.defineProperty({ ...good, [Symbol('credentials')]: true }, 'credentials', {
      value: true,
      enumerable: false,
    })
    expect(policyOf(config).config).toStrictEqual(policyOf(good).config)
  })

  test('an instance of a class is read as an object, and its accessors are not seen', () => {
    class Config {
      origins = [A]
      maxAge = 5
      get credentials() {
        return true
      }
    }
    expect(policyOf(new Config()).config).toStrictEqual(policyOf({ ...good, maxAge: 5 }).config)
  })

  test('an object without a prototype, and one of another realm', () => {
    const expected = policyOf({ ...good, methods: ['PUT'] }).config
    expect(policyOf(Object.assign(Object.create(null), good, { methods: ['PUT'] })).config).toStrictEqual(
      expected,
    )
    expect(policyOf(vm.runInNewContext(`({ origins: ['${A}'], methods: ['PUT'] })`)).config).toStrictEqual(
      expected,
    )
    expect(policyOf(vm.runInNewContext(`[{ origins: ['${A}'], methods: ['PUT'] }]`)).config).toStrictEqual([
      expected,
    ])
  })

  test('a subclass of Array is an array', () => {
    class Origins extends Array<string> {}
    expect(policyOf({ origins: Origins.from([A]) }).config).toStrictEqual(policyOf(good).config)
  })
})

test('What the caller changes afterwards changes nothing', () => {
  const origins = [A]
  const methods = ['PUT']
  const rule: Record<string, unknown> = { origins, methods }
  const rules = [rule]
  const policy = policyOf(rules)
  const before = JSON.stringify(policy.config)
  origins[0] = 'https://evil.example'
  origins.push('*')
  methods.length = 0
  rule['credentials'] = true
  rules.unshift({ origins: '*' })
  expect(JSON.stringify(policy.config)).toBe(before)
  expect(decide(policy, actual('https://evil.example')).allowed).toBe(false)
  expect(decide(policy, preflight(A)).headers).toStrictEqual([
    ['access-control-allow-origin', A],
    ['access-control-allow-methods', 'GET, HEAD, POST, PUT'],
  ])
})

test('A long origin is looked at at the cost of its length, also before its length is', () => {
  const spaces = ' '.repeat(200_000)
  for (const member of [`${spaces}x`, `${spaces}undefined${spaces}x`]) {
    expect(mistakesOf({ origins: [member] }).map(({ code }) => code)).toEqual(['origin-invalid'])
  }
})

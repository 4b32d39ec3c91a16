import { afterEach, describe, expect, test } from 'vitest'
import { decide, policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

const A = 'https://a.example'
const good = { origins: [A] }

describe('A polluted prototype', () => {
  const polluted: string[] = []
  const pollute = (properties: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(properties)) {
      polluted.push(name)
      Object.defineProperty(Object.prototype, name, {
        value,
        configurable: true,
        enumerable: true,
        writable: true,
      })
    }
  }
  afterEach(() => {
    for (const name of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, name)
  })

  const request = preflight(A)
  const expected = {
    kind: 'preflight',
    allowed: true,
    reason: 'origin-exact',
    status: 204,
    headers: [['access-control-allow-origin', A]],
    vary: ['Origin', 'Access-Control-Request-Method'],
  }

  test.each<[string, unknown]>([
    ['credentials', true],
    ['maxAge', 600],
    ['maxAge', '600\r\nset-cookie: a=b'],
    ['methods', '*'],
    ['allowedHeaders', ['x-evil']],
    ['exposedHeaders', '*'],
    ['origins', '*'],
    ['lookup', { ask: () => true }],
    ['dangerouslyAllowInsecureOrigins', true],
    ['unknown', 1],
    ['get', () => true],
    ['value', 1],
  ])('%s: changes nothing', (name, value) => {
    const before = policyOf(good)
    pollute({ [name]: value })
    const during = policyOf(good)
    const decisions = [before, during].map((policy) => [
      decide(policy, request),
      decide(policy, actual('null')),
    ])
    const config = JSON.stringify(during.config)
    Reflect.deleteProperty(Object.prototype, name)
    for (const [allowed, denied] of decisions) {
      expect(allowed).toStrictEqual(expected)
      expect(denied).toMatchObject({ allowed: false, headers: [] })
    }
    expect(config).toBe(JSON.stringify(policyOf(good).config))
  })

  test('origins are still missing', () => {
    pollute({ origins: '*', credentials: false })
    const run = () => policyOf({})
    expect(run).toThrow('Say who may read')
  })
})

import { describe, expect, test, vi } from 'vitest'
import { decide, policyOf } from '../support/policies.js'
import { actual } from '../support/requests.js'

const ORIGIN = 'https://a.example.com'
const ANY = { origins: '*' }
const answering = (answer: unknown) => vi.fn((_origin: string, _context: unknown): unknown => answer)

describe('Lookups and the order of rules', () => {
  test('an earlier rule’s lookup is asked before a later rule’s origin counts', async () => {
    const lookup = answering(true)
    const policy = policyOf([{ origins: [lookup], credentials: true }, { origins: [ORIGIN] }])
    expect(await policy.evaluate(actual(ORIGIN))).toMatchObject({
      reason: 'origin-lookup',
      headers: [
        ['access-control-allow-origin', ORIGIN],
        ['access-control-allow-credentials', 'true'],
      ],
    })
  })

  test.each([
    ['a listed origin', { origins: [ORIGIN] }, 'origin-exact', ORIGIN],
    ['a pattern', { origins: ['https://*.example.com'] }, 'origin-pattern', ORIGIN],
    ['everybody', ANY, 'origin-any', '*'],
  ])('after a no, %s of a later rule decides', async (_, later, reason, sent) => {
    const lookup = answering(false)
    const decision = await policyOf([{ origins: [lookup], credentials: true }, later]).evaluate(
      actual(ORIGIN),
    )
    expect(decision).toStrictEqual({
      kind: 'actual',
      allowed: true,
      reason,
      headers: [['access-control-allow-origin', sent]],
      vary: ['Origin'],
    })
    expect(lookup).toHaveBeenCalledTimes(1)
  })

  test('lookups are asked one after the other, up to the first yes', async () => {
    const asked: string[] = []
    const named = (name: string, answer: boolean) => async () => {
      asked.push(`${name} begins`)
      await Promise.resolve()
      asked.push(`${name} ends`)
      return answer
    }
    const rules = [
      { origins: [named('first', false)] },
      { origins: [named('second', true)], exposedHeaders: ['second'] },
      { origins: [named('third', true)] },
    ]
    const decision = await policyOf(rules).evaluate(actual(ORIGIN))
    expect(decision.headers[1]).toEqual(['access-control-expose-headers', 'second'])
    expect(asked).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })

  test('a lookup after the rule that matches is not asked', () => {
    const lookup = answering(true)
    const policy = policyOf([{ origins: ['https://*.example.com'] }, { origins: [lookup] }, ANY])
    expect(decide(policy, actual(ORIGIN)).reason).toBe('origin-pattern')
    expect(lookup).not.toHaveBeenCalled()
  })

  test('what may not be asked about falls to a later rule', () => {
    const lookup = answering(true)
    const policy = policyOf([{ origins: [lookup], credentials: true }, ANY])
    for (const origin of ['null', '', 'junk', 'http://a.example', 'https://a.example/']) {
      expect(decide(policy, actual(origin)).reason).toBe('origin-any')
    }
    expect(lookup).not.toHaveBeenCalled()
  })

  test('a cleartext origin is insecure only where no rule matches', async () => {
    const strict = answering(true)
    const lax = answering(true)
    const origin = 'http://a.example'
    const rules = [{ origins: [strict], credentials: true }, { origins: [lax] }]
    expect(await policyOf(rules).evaluate(actual(origin))).toMatchObject({
      reason: 'origin-lookup',
      headers: [['access-control-allow-origin', origin]],
    })
    lax.mockReturnValue(false)
    expect(await policyOf(rules).evaluate(actual(origin))).toMatchObject({
      allowed: false,
      reason: 'origin-insecure',
    })
    expect(decide(policyOf([rules[0], { origins: [origin] }]), actual(origin)).reason).toBe('origin-exact')
    expect(strict).not.toHaveBeenCalled()
    expect(lax).toHaveBeenCalledTimes(2)
  })
})

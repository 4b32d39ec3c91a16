import { describe, expect, test, vi } from 'vitest'
import { createCorsPolicy } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { actual } from '../support/requests.js'

const A = 'https://a.example'
const B = 'https://b.example'
const yes = () => true
const no = () => false

/** Allowed, and trusted. */
type Row = [title: string, config: unknown, origin: string | undefined, allowed: boolean, trusted: boolean]

const constant = { origins: '*' }
const plain = { origins: [A, 'https://*.a.example'] }
const trusting = { ...plain, credentials: true }
const mixed = [trusting, constant]
const lookingUp = (lookup: unknown, credentials: boolean) => ({ origins: [A, lookup], credentials })

const ROWS: Row[] = [
  ...[A, 'null', '', 'junk', undefined].map((origin): Row => ['constant', constant, origin, true, false]),
  ['without credentials, listed', plain, A, true, false],
  ['without credentials, pattern', plain, 'https://x.a.example', true, false],
  ['with credentials, listed', trusting, A, true, true],
  ['with credentials, pattern', trusting, 'https://x.a.example', true, true],
  ...[B, 'null', '', 'junk', `${A}/`, 'http://a.example', '*', undefined].flatMap((origin): Row[] => [
    ['without credentials, not listed', plain, origin, false, false],
    ['with credentials, not listed', trusting, origin, false, false],
  ]),
  ['mixed, own', mixed, A, true, true],
  ...[B, 'null', '', 'junk'].map((origin): Row => ['mixed, everybody', mixed, origin, true, false]),
  ['mixed, absent', mixed, undefined, false, false],
  [
    'an earlier rule without credentials decides',
    [{ origins: [A] }, { origins: [B], credentials: true }],
    A,
    true,
    false,
  ],
  [
    'a later rule with credentials decides',
    [{ origins: [A] }, { origins: [B], credentials: true }],
    B,
    true,
    true,
  ],
]

const LOOKUP_ROWS: Row[] = [
  ['lookup with credentials, listed', lookingUp(no, true), A, true, true],
  ['lookup with credentials, yes', lookingUp(yes, true), B, true, true],
  ['lookup with credentials, later yes', lookingUp(async () => true, true), B, true, true],
  ['lookup with credentials, no', lookingUp(no, true), B, false, false],
  ['lookup with credentials, truthy', lookingUp(() => 1, true), B, false, false],
  ['lookup without credentials, yes', lookingUp(yes, false), B, true, false],
  ['lookup that fails', lookingUp(() => Promise.reject(new Error('x')), true), B, false, false],
  [
    'lookup that throws, before everybody',
    [
      lookingUp(() => {
        throw new Error('x')
      }, true),
      constant,
    ],
    B,
    false,
    false,
  ],
  ...['null', '', 'junk', 'http://b.example', undefined].map(
    (origin): Row => ['lookup with credentials, not asked', lookingUp(yes, true), origin, false, false],
  ),
  ['lookup before everybody, no', [lookingUp(no, true), constant], B, true, false],
]

describe('isOriginAllowed and isOriginTrusted', () => {
  test.each(ROWS)('%s: %j', (_, config, origin, allowed, trusted) => {
    const policy = policyOf(config)
    expect(policy.isOriginAllowed(origin)).toBe(allowed)
    expect(policy.isOriginTrusted(origin)).toBe(trusted)
  })

  test.each(LOOKUP_ROWS)('%s: always a Promise', async (_, config, origin, allowed, trusted) => {
    const policy = policyOf(config)
    const answers = [policy.isOriginAllowed(origin), policy.isOriginTrusted(origin)]
    for (const answer of answers) expect(answer).toBeInstanceOf(Promise)
    expect(await Promise.all(answers)).toStrictEqual([allowed, trusted])
  })

  test.each([...ROWS, ...LOOKUP_ROWS])(
    '%s: allowed is what a GET would get',
    async (_, config, origin, allowed) => {
      const decision = await policyOf(config).evaluate(
        origin === undefined ? { ...actual(''), origin } : actual(origin),
      )
      expect(decision.allowed).toBe(allowed)
    },
  )

  test('The context reaches the lookup', async () => {
    const lookup = vi.fn((_origin: string, _context: unknown) => true)
    const policy = createCorsPolicy({ origins: [lookup] })
    const context = {}
    await policy.isOriginAllowed(B, context)
    await policy.isOriginTrusted(A, context)
    expect(lookup.mock.calls).toStrictEqual([
      [B, context],
      [A, context],
    ])
  })
})

describe('A policy', () => {
  test('answers at once where no lookup is asked, with a Promise where one is', async () => {
    const policy = policyOf({ origins: [A, yes] })
    for (const origin of [A, 'null', '', 'junk'])
      expect(policy.evaluate(actual(origin))).not.toBeInstanceOf(Promise)
    expect(policy.evaluate({ ...actual(''), origin: undefined })).not.toBeInstanceOf(Promise)
    expect(policy.evaluate(actual(B))).toBeInstanceOf(Promise)
  })

  test('is frozen, and its functions need no this', () => {
    const policy = createCorsPolicy({ origins: [A], credentials: true })
    expect(Object.isFrozen(policy)).toBe(true)
    const { evaluate, isOriginAllowed, isOriginTrusted } = policy
    expect(evaluate(actual(A)).allowed).toBe(true)
    expect(isOriginAllowed(A)).toBe(true)
    expect(isOriginTrusted(A)).toBe(true)
  })
})

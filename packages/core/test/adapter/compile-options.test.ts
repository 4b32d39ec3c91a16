import { describe, expect, test, vi } from 'vitest'
import { compileOptions, readNodeRequest } from '../../src/adapter/index.js'
import { type CorsDecision, createCorsPolicy } from '../../src/index.js'
import { actual, nonCors, preflight } from '../support/requests.js'

const A = 'https://a.example'
const B = 'https://b.example'
const native = { url: '/x' }
const good = { origins: [A], maxAge: 600 }
const policy = createCorsPolicy(good)
const noLog = () => {}

describe('decide', () => {
  test('answers with the policy’s own decision, at once', () => {
    const { decide } = compileOptions(policy, noLog)
    for (const request of [nonCors(), actual(A), actual(B), preflight(A), preflight(B)]) {
      expect(decide(request, native)).toBe(policy.evaluate(request))
    }
  })

  test('hands the native request to the lookup', async () => {
    const lookup = vi.fn((_origin: string, _context: unknown) => true)
    const { decide } = compileOptions({ origins: [lookup] }, noLog)
    expect(await decide(actual(B), native)).toMatchObject({ allowed: true, reason: 'origin-lookup' })
    expect(lookup.mock.calls).toStrictEqual([[B, native]])
  })

  test('says nothing where CORS is off', () => {
    const onDecision = vi.fn()
    const { decide } = compileOptions({ policy: false, onDecision, vary: ['X-Tenant'] }, noLog)
    for (const request of [nonCors(), actual(A), preflight(A)])
      expect(decide(request, native)).toBe(undefined)
    expect(onDecision).not.toHaveBeenCalled()
  })

  test('keeps what the adapter found to be uncacheable', () => {
    const { decide } = compileOptions(policy, noLog)
    expect(decide(preflight(A, 'PUT', undefined, { preflightUncacheable: true }), native)).toMatchObject({
      headers: [
        ['access-control-allow-origin', A],
        ['access-control-max-age', '0'],
      ],
    })
  })
})

describe('vary', () => {
  test.each([nonCors(), actual(A), actual(B), preflight(A)])('is on every answer: %o', (request) => {
    const { decide } = compileOptions({ policy: good, vary: ['X-Tenant', 'Cookie'] }, noLog)
    const own = policy.evaluate(request)
    expect(decide(request, native)).toStrictEqual({ ...own, vary: [...own.vary, 'X-Tenant', 'Cookie'] })
  })

  test('is on the answer of a lookup, too', async () => {
    const { decide } = compileOptions({ policy: { origins: [async () => true] }, vary: ['X-Tenant'] }, noLog)
    expect(await decide(actual(B), native)).toMatchObject({ allowed: true, vary: ['Origin', 'X-Tenant'] })
  })

  test('is on an answer that needs no Vary of its own', () => {
    const { decide } = compileOptions({ policy: { origins: '*' }, vary: ['X-Tenant'] }, noLog)
    expect(decide(actual(B), native)).toMatchObject({ vary: ['X-Tenant'] })
  })
})

describe('onDecision', () => {
  test('is told of each CORS request once, with the decision and the native request', async () => {
    for (const origins of [[A], [A, async () => false]]) {
      const onDecision = vi.fn((_decision: CorsDecision, _native: unknown) => {})
      const { decide } = compileOptions({ policy: { origins }, onDecision }, noLog)
      for (const request of [nonCors(), actual(A), actual(B), preflight(B), actual('null')])
        await decide(request, native)
      expect(onDecision.mock.calls.map(([{ kind, allowed }, told]) => [kind, allowed, told])).toStrictEqual([
        ['actual', true, native],
        ['actual', false, native],
        ['preflight', false, native],
        ['actual', false, native],
      ])
    }
  })

  test.each([
    [
      'throws',
      () => {
        throw new Error('x')
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('x')
      },
    ],
  ])('where it %s, the error is logged and nothing else happens', async (_, onDecision) => {
    const log = vi.fn()
    const { decide } = compileOptions({ policy: good, onDecision }, log)
    expect(decide(actual(A), native)).toStrictEqual(policy.evaluate(actual(A)))
    await Promise.resolve()
    expect(log.mock.calls).toStrictEqual([[new Error('x'), native]])
  })
})

describe('A lookup that fails', () => {
  test.each([{}, { onDecision: () => {} }, { vary: ['X-Tenant'] }])('is logged once: %o', async (options) => {
    const error = new Error('away')
    const log = vi.fn()
    const lookup = () => Promise.reject(error)
    const { decide } = compileOptions({ policy: { origins: [A, lookup] }, ...options }, log)
    expect(await decide(preflight(B), native)).toMatchObject({
      status: 503,
      reason: 'origin-lookup-failed',
      headers: [],
    })
    await decide(actual(A), native)
    expect(log.mock.calls).toStrictEqual([[error, native]])
  })
})

describe('A policy that a function chose', () => {
  const everybody = createCorsPolicy({ origins: '*', maxAge: 600 })

  test.each(['at once', 'later'])('%s: its decision, with Vary: Origin always', async (when) => {
    const choose = (chosen: unknown) => (when === 'later' ? async () => chosen : () => chosen)
    const decide = (chosen: unknown, request: Parameters<typeof policy.evaluate>[0]) =>
      compileOptions({ policy: choose(chosen), samePolicyForAllMethods: true }, noLog).decide(request, native)
    for (const request of [nonCors(), actual(A), actual(B), preflight(A), preflight(B)]) {
      expect(await decide(policy, request)).toStrictEqual(policy.evaluate(request))
    }
    expect(await decide(everybody, actual(A))).toStrictEqual({
      ...everybody.evaluate(actual(A)),
      vary: ['Origin'],
    })
    expect(await decide(everybody, nonCors())).toStrictEqual({
      ...everybody.evaluate(nonCors()),
      vary: ['Origin'],
    })
    for (const request of [nonCors(), actual(A), preflight(A)]) {
      const off = await decide(false, request)
      expect(off).toStrictEqual({ headers: undefined, vary: ['Origin'] })
      // One for all requests.
      expect([off, off?.vary].every(Object.isFrozen)).toBe(true)
    }
  })

  test('declared headers are on each of its answers, and on its failure', async () => {
    const compile = (choose: () => unknown) => compileOptions({ policy: choose, vary: ['X-Tenant'] }, noLog)
    expect(await compile(() => policy).decide(actual(B), native)).toMatchObject({
      vary: ['Origin', 'X-Tenant'],
    })
    expect(await compile(() => false).decide(actual(B), native)).toMatchObject({
      vary: ['Origin', 'X-Tenant'],
    })
    const { failure } = compile(() => policy)
    expect(failure).toStrictEqual({ headers: [], vary: ['Origin', 'X-Tenant'] })
    expect([failure, failure.headers, failure.vary].every(Object.isFrozen)).toBe(true)
  })

  test.each([
    [actual(A, 'PUT'), 'PUT'],
    [actual(A, 'OPTIONS'), 'OPTIONS'],
    [nonCors('HEAD'), 'HEAD'],
    [preflight(A, 'DELETE'), 'DELETE'],
    [preflight(A, ''), ''],
    [{ ...actual(A, 'PUT'), accessControlRequestMethod: 'DELETE' }, 'PUT'],
    [{ ...preflight(A, 'PUT'), origin: undefined }, 'OPTIONS'],
  ])('is asked with the native request and the method: %o', async (request, method) => {
    const choose = vi.fn((_native: unknown, _context: { method: string }) => policy)
    await compileOptions({ policy: choose }, noLog).decide(request, native)
    expect(choose.mock.calls).toStrictEqual([[native, { method }]])
    expect(choose.mock.calls[0]?.[0]).toBe(native)
  })

  test.each([
    [undefined, '0'],
    [false, '0'],
    [true, '600'],
  ])('samePolicyForAllMethods %s: a max-age of %s', async (samePolicyForAllMethods, age) => {
    const { decide } = compileOptions({ policy: () => policy, samePolicyForAllMethods }, noLog)
    expect(await decide(preflight(A), native)).toMatchObject({
      headers: [
        ['access-control-allow-origin', A],
        ['access-control-max-age', age],
      ],
    })
  })

  test.each([undefined, null, true, good, 'x'])('%o is no policy: an error', async (chosen) => {
    const { decide } = compileOptions({ policy: () => chosen }, noLog)
    await expect(decide(actual(A), native)).rejects.toThrow('must return a policy')
  })

  test('what it throws or rejects with comes out, and is not told to onDecision', async () => {
    const onDecision = vi.fn()
    for (const choose of [
      () => Promise.reject(new Error('x')),
      () => {
        throw new Error('x')
      },
    ]) {
      const { decide } = compileOptions({ policy: choose, onDecision }, noLog)
      await expect(decide(actual(A), native)).rejects.toThrow('x')
    }
    expect(onDecision).not.toHaveBeenCalled()
  })

  test('tells onDecision, and logs a failed lookup', async () => {
    const onDecision = vi.fn()
    const log = vi.fn()
    const failing = createCorsPolicy({ origins: [() => Promise.reject(new Error('away'))] })
    const { decide } = compileOptions({ policy: () => failing, onDecision }, log)
    expect(await decide(actual(A), native)).toMatchObject({ reason: 'origin-lookup-failed' })
    expect(onDecision).toHaveBeenCalledTimes(1)
    expect(log.mock.calls).toStrictEqual([[new Error('away'), native]])
  })
})

describe('readNodeRequest', () => {
  test.each([
    [{ method: 'GET', headers: {} }, nonCors()],
    [{ headers: {} }, nonCors('')],
    [{ method: 'GET', headers: { origin: '' } }, actual('')],
    [
      {
        method: 'OPTIONS',
        headers: {
          origin: A,
          'access-control-request-method': 'PUT',
          'access-control-request-headers': 'a,b',
        },
      },
      { ...preflight(A, 'PUT', 'a,b') },
    ],
    [{ method: 'GET', headers: { origin: [A, B] } }, actual(`${A}, ${B}`)],
  ])('%o', (message, request) => {
    expect(readNodeRequest(message)).toStrictEqual(request)
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CorsDecision } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'
import { poisonedThenable, thenable } from '../support/thenable.js'

const ORIGIN = 'https://a.example.com'
const failure = new Error('The database is away')

const failedActual = (error: unknown): CorsDecision => ({
  kind: 'actual',
  allowed: false,
  reason: 'origin-lookup-failed',
  headers: [],
  vary: ['*'],
  error,
})
const failedPreflight = (error: unknown): CorsDecision => ({
  ...failedActual(error),
  kind: 'preflight',
  status: 503,
})

describe('A lookup that fails', () => {
  test.each([
    [
      'throws',
      () => {
        throw failure
      },
    ],
    ['rejects', () => Promise.reject(failure)],
    [
      'throws later',
      async () => {
        await Promise.resolve()
        throw failure
      },
    ],
    ['returns something like a Promise that rejects', () => thenable((_, reject) => reject(failure))],
    ['returns something that cannot be awaited', () => poisonedThenable(failure)],
  ])('it %s: denied, and no later rule is asked', async (_, lookup) => {
    const later = vi.fn(() => true)
    const policy = policyOf([
      { origins: [lookup] },
      { origins: [later] },
      { origins: [ORIGIN] },
      { origins: '*' },
    ])
    expect(await policy.evaluate(actual(ORIGIN))).toStrictEqual(failedActual(failure))
    expect(await policy.evaluate(preflight(ORIGIN))).toStrictEqual(failedPreflight(failure))
    expect(await policy.isOriginAllowed(ORIGIN)).toBe(false)
    expect(await policy.isOriginTrusted(ORIGIN)).toBe(false)
    expect(later).not.toHaveBeenCalled()
  })

  test.each([undefined, null, 'a text', 0])('the error is what was thrown: %s', async (error) => {
    const policy = policyOf({ origins: [() => Promise.reject(error)] })
    const decision = await policy.evaluate(actual(ORIGIN))
    expect(decision).toStrictEqual(failedActual(error))
    expect('error' in decision).toBe(true)
  })

  test('other traffic goes on', async () => {
    const answers = [() => Promise.reject(failure), () => true]
    const policy = policyOf({ origins: [() => answers.shift()?.()] })
    expect((await policy.evaluate(actual(ORIGIN))).allowed).toBe(false)
    expect((await policy.evaluate(actual(ORIGIN))).allowed).toBe(true)
  })
})

describe('A lookup that takes too long', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    [undefined, 5_000],
    [1, 1],
    [60_000, 60_000],
  ])('lookupTimeout %s: after %s ms', async (lookupTimeout, milliseconds) => {
    const policy = policyOf([{ origins: [() => new Promise(() => {})], lookupTimeout }, { origins: '*' }])
    const settled = vi.fn()
    const decision = Promise.resolve(policy.evaluate(preflight(ORIGIN)))
    void decision.then(settled)
    await vi.advanceTimersByTimeAsync(milliseconds - 1)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    const { error, ...rest } = await decision
    expect(rest).toStrictEqual({
      kind: 'preflight',
      allowed: false,
      reason: 'origin-lookup-failed',
      status: 503,
      headers: [],
      vary: ['*'],
    })
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toContain(`${milliseconds} ms`)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('each lookup has its own time', async () => {
    const slow = (answer: boolean) => () =>
      new Promise((resolve) => {
        setTimeout(() => resolve(answer), 90)
      })
    const policy = policyOf([
      { origins: [slow(false)], lookupTimeout: 100 },
      { origins: [slow(true)], lookupTimeout: 100 },
    ])
    const decision = policy.evaluate(actual(ORIGIN))
    await vi.advanceTimersByTimeAsync(180)
    expect((await decision).reason).toBe('origin-lookup')
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['yes', (resolve: (answer: unknown) => void) => resolve(true)],
    ['an error', (_: unknown, reject: (error: unknown) => void) => reject(failure)],
  ])('what it answers afterwards is ignored: %s', async (_, answer) => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    let late = () => {}
    const lookup = () =>
      new Promise((resolve, reject) => {
        late = () => answer(resolve, reject)
      })
    const decision = policyOf({ origins: [lookup], lookupTimeout: 10 }).evaluate(actual(ORIGIN))
    await vi.advanceTimersByTimeAsync(10)
    late()
    expect((await decision).reason).toBe('origin-lookup-failed')
    vi.useRealTimers()
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  test('an answer at once needs no timer', async () => {
    const start = vi.spyOn(globalThis, 'setTimeout')
    for (const lookup of [() => true, () => false])
      await policyOf({ origins: [lookup] }).evaluate(actual(ORIGIN))
    expect(start).not.toHaveBeenCalled()
    await policyOf({ origins: [async () => true] }).evaluate(actual(ORIGIN))
    expect(start).toHaveBeenCalledTimes(1)
  })

  test('an answer in time leaves no timer behind, nor does a failure', async () => {
    for (const lookup of [
      () => true,
      async () => true,
      async () => false,
      () => 1,
      () => Promise.reject(failure),
    ]) {
      await policyOf({ origins: [lookup] }).evaluate(actual(ORIGIN))
      expect(vi.getTimerCount()).toBe(0)
    }
  })
})

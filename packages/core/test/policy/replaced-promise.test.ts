import { afterEach, expect, test, vi } from 'vitest'
import { compileOptions } from '../../src/adapter/index.js'
import { policyOf } from '../support/policies.js'
import { actual } from '../support/requests.js'

/**
 * Zone.js (Angular on a server) and `global.Promise = require('bluebird')` put a class of their own in the global's
 * place. What an async function returns is then no instance of it.
 */
class OtherPromise<Value> extends Promise<Value> {}

afterEach(() => {
  vi.unstubAllGlobals()
})

const TENANT = 'https://tenant.example'

test.each([
  ['at once', () => true],
  ['later', async () => true],
])('A lookup that answers %s is asked where the global Promise was replaced', async (_, lookup) => {
  const policy = policyOf({ origins: [lookup], credentials: true })
  vi.stubGlobal('Promise', OtherPromise)
  expect((await policy.evaluate(actual(TENANT))).reason).toBe('origin-lookup')
  expect(await policy.isOriginAllowed(TENANT)).toBe(true)
  expect(await policy.isOriginTrusted(TENANT)).toBe(true)
})

test('An adapter can tell that a function chooses the policy later', async () => {
  const policy = policyOf({ origins: [TENANT] })
  const { decide } = compileOptions({ policy: async () => policy }, () => {})
  vi.stubGlobal('Promise', OtherPromise)
  const answer = decide(actual(TENANT), {})
  expect(answer).toBeInstanceOf(OtherPromise)
  expect((await answer)?.vary).toStrictEqual(['Origin'])
})

test('An adapter logs what an async onDecision throws', async () => {
  const logged = vi.fn()
  const error = new Error('no log')
  const onDecision = async (): Promise<void> => {
    throw error
  }
  const { decide } = compileOptions({ policy: policyOf({ origins: [TENANT] }), onDecision }, logged)
  vi.stubGlobal('Promise', OtherPromise)
  decide(actual(TENANT), {})
  await vi.waitFor(() => expect(logged).toHaveBeenCalledWith(error, {}))
})

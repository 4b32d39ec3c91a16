import vm from 'node:vm'
import { expect, test } from 'vitest'
import { compileOptions } from '../../src/adapter/index.js'
import { explain } from '../../src/explain/index.js'
import type { CorsPolicy } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

/** Of a module that runs in a context of its own, as plug-ins and tests do: its Promise is no instance of ours. */
const theirs = vm.createContext({})
const TheirPromise = vm.runInContext('Promise', theirs) as PromiseConstructor

const TENANT = 'https://tenant.example'

const policy = policyOf({ origins: [async (origin: string) => origin === TENANT] })
const theirPolicy: CorsPolicy = {
  ...policy,
  evaluate: (request, context) => TheirPromise.resolve(policy.evaluate(request, context)),
}

test.each([
  ['nobody else is told', undefined],
  ['somebody is', () => {}],
])('An adapter can tell that a policy of another realm answers later: %s', async (_, onDecision) => {
  const options = onDecision === undefined ? theirPolicy : { policy: theirPolicy, onDecision }
  const answer = compileOptions(options, () => {}).decide(actual(TENANT), {})
  expect(answer).toBeInstanceOf(Promise)
  expect(await answer).toStrictEqual(await policy.evaluate(actual(TENANT)))
})

test.each([actual(TENANT), actual(TENANT, 'PUT'), preflight(TENANT, 'GET')])(
  'A decision of it can be explained: %o',
  async (request) => {
    expect(await explain(theirPolicy, request)).toStrictEqual(await explain(policy, request))
  },
)

test('A configuration and its lookup may be of another realm', async () => {
  const config: unknown = vm.runInContext(
    `[{ origins: ['https://app.example'] }, { origins: [async (origin) => origin === '${TENANT}'] }]`,
    theirs,
  )
  const { evaluate } = policyOf(config)
  expect(evaluate(actual('https://app.example'))).toMatchObject({ reason: 'origin-exact' })
  expect(await evaluate(actual(TENANT))).toMatchObject({ reason: 'origin-lookup' })
  expect(await evaluate(actual('https://b.example'))).toMatchObject({ reason: 'origin-not-listed' })
})

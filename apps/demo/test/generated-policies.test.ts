import { controlPolicyPath } from '@cors/app-service'
import { type CorsConfig, CorsConfigError, createCorsPolicy } from '@cors/core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { casesOf } from '../src/compare/cases.js'
import { compareServices } from '../src/compare/compare-services.js'
import { describeDifference } from '../src/compare/describe-difference.js'
import { startTestModeApps } from './test-mode-apps.js'

const listed = 'http://localhost:4000'

/** Those that the cases come from, and some beside them. */
const patterns = [
  listed,
  'http://localhost',
  'http://localhost:*',
  'https://localhost:4000',
  'http://127.0.0.1:4000',
  'http://[::1]:4000',
  'http://preview.localhost',
  'http://*.preview.localhost',
  'http://*.preview.localhost:*',
  'https://*.preview.localhost',
  'http://*.localhost:4000',
]

const listOf = (...names: readonly string[]): fc.Arbitrary<'*' | string[]> =>
  fc.oneof(fc.constant('*'), fc.subarray([...names]))

const rule = fc.record(
  {
    origins: fc.oneof(
      { weight: 1, arbitrary: fc.constant('*') },
      { weight: 4, arbitrary: fc.subarray(patterns, { minLength: 1 }) },
    ),
    credentials: fc.boolean(),
    methods: listOf('PUT', 'DELETE', 'PATCH', 'COPY'),
    allowedHeaders: fc.oneof(
      fc.constant(['*', 'Authorization']),
      listOf('Content-Type', 'If-None-Match', 'X-Debug'),
    ),
    exposedHeaders: listOf('ETag', 'X-Total-Count'),
    maxAge: fc.constantFrom(0, 5, 86_400),
  },
  { requiredKeys: ['origins'] },
)

const isValid = (config: unknown): config is CorsConfig => {
  try {
    createCorsPolicy(config as CorsConfig)
    return true
  } catch (error) {
    if (error instanceof CorsConfigError) return false
    throw error
  }
}

const configuration = fc.oneof(rule, fc.array(rule, { minLength: 1, maxLength: 3 })).filter(isValid)

let apps: Awaited<ReturnType<typeof startTestModeApps>>
beforeAll(async () => {
  apps = await startTestModeApps()
})
afterAll(async () => {
  for (const { close } of apps) await close()
})

const replace = async (url: string, config: CorsConfig): Promise<number> => {
  const request = { method: 'PUT', body: JSON.stringify(config) }
  const { status } = await fetch(url + controlPolicyPath, {
    ...request,
    headers: { 'content-type': 'application/json' },
  })
  return status
}

/** Each policy is tried with one case in so many, beginning anywhere. */
const STEP = 19

test('whatever the policy is, it is replaced at run time, and all apps answer as it says', async () => {
  const property = fc.asyncProperty(configuration, fc.nat(STEP - 1), async (config, first) => {
    const replaced = await Promise.all(apps.map(({ url }) => replace(url, config)))
    expect(replaced).toEqual(apps.map(() => 204))
    const cases = casesOf({ listed, policy: config, entityTag: '"1-1"' })
    const some = cases.filter((_each, index) => index % STEP === first)
    expect((await compareServices(apps, some)).map(describeDifference)).toEqual([])
  })
  await fc.assert(property, { numRuns: 10 })
})

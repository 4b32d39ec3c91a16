import { expect, test } from 'vitest'
import { importsOfBuilds, loadBuilds, testExports } from '../../../tooling/builds.js'
import { ask, corsFields } from './support/cors-fields.js'

const builds = await loadBuilds<typeof import('../src/index.js')>(import.meta.url)

testExports(builds, [
  'CorsConfigError',
  'cors',
  'createCorsPolicy',
  'createReloadablePolicy',
  'originsFromEnv',
])

test.each(builds.nested)('%s: the inner one counts', async (_, outer, inner) => {
  const policy = outer.createCorsPolicy({ origins: ['https://app.example'], credentials: true })
  for (const body of ['x', null]) {
    const handler = outer.cors({ origins: '*' })(inner.cors(policy)(() => new Response(body)))
    expect(corsFields(await handler(ask('https://app.example')))).toEqual({
      'access-control-allow-credentials': 'true',
      'access-control-allow-origin': 'https://app.example',
      vary: 'Origin',
    })
  }
})

test('nothing but the core is imported, so that it runs wherever the Fetch standard does', () => {
  expect(importsOfBuilds(import.meta.url)).toEqual(['@cors/core', '@cors/core/adapter'])
})

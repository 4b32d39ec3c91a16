import { NextRequest } from 'next/server.js'
import { expect, test } from 'vitest'
import { importsOfBuilds, loadBuilds, testExports } from '../../../tooling/builds.js'

const builds = await loadBuilds<typeof import('../src/index.js')>(import.meta.url)

testExports(builds, [
  'CorsConfigError',
  'corsProxy',
  'createCorsPolicy',
  'createReloadablePolicy',
  'originsFromEnv',
  'withCors',
  'withCorsApi',
])

test.each(builds.nested)('%s: the inner one counts', async (_, outer, inner) => {
  const nearest = inner.withCors({ origins: ['https://app.example'] }, { GET: () => new Response('x') })
  const { GET, OPTIONS } = outer.withCors({ origins: '*' }, { GET: nearest.GET })
  const origin = 'https://other.example'
  const response = await GET(new NextRequest('http://localhost/', { headers: { origin } }))
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'text/plain;charset=UTF-8',
    vary: 'Origin',
  })
  const headers = { origin, 'access-control-request-method': 'GET' }
  const preflight = await OPTIONS(new NextRequest('http://localhost/', { method: 'OPTIONS', headers }))
  expect(preflight.status).toBe(403)
})

test('nothing is imported that the edge runtime does not have', () => {
  expect(importsOfBuilds(import.meta.url)).toEqual(['@cors/core', '@cors/core/adapter', 'next/server.js'])
})

import Koa from 'koa'
import { expect, test } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { loadBuilds, testExports } from '../../../tooling/builds.js'
import { start } from './support/koas.js'

const builds = await loadBuilds<typeof import('../src/index.js')>(import.meta.url)

testExports(builds, [
  'CorsConfigError',
  'cors',
  'createCorsPolicy',
  'createReloadablePolicy',
  'originsFromEnv',
])

test.each(builds.nested)(
  '%s on one response: the inner one counts, each header once',
  async (_, outer, inner) => {
    const policy = outer.createCorsPolicy({ origins: ['https://app.example'], credentials: true })
    const { url } = await start(Koa, (koa) => {
      koa.use(outer.cors({ origins: '*', exposedHeaders: ['X-Outer'] }))
      koa.use(inner.cors(policy))
    })
    expect(corsLines(await ask(url, { origin: 'https://app.example' }))).toEqual([
      'access-control-allow-credentials: true',
      'access-control-allow-origin: https://app.example',
      'vary: Origin',
    ])
    expect(corsLines(await ask(url, { origin: 'https://x.example', preflight: 'PUT' }))).toEqual([
      'access-control-allow-origin: *',
      'vary: Origin, Access-Control-Request-Method',
    ])
  },
)

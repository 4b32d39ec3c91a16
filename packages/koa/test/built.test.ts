import { createRequire } from 'node:module'
import Koa from 'koa'
import { expect, test } from 'vitest'
import { ask, corsLines } from './support/ask.js'
import { start } from './support/koas.js'

type Built = typeof import('../src/index.js')

// By their files: what `import` and `require` get is for the package checks to say.
const esm = (await import(new URL('../dist/index.js', import.meta.url).href)) as Built
const commonJs = createRequire(import.meta.url)('../dist/index.cjs') as Built

test('both builds export the same', () => {
  expect(Object.keys(commonJs).sort()).toEqual(Object.keys(esm).sort())
  expect(Object.keys(esm).sort()).toEqual([
    'CorsConfigError',
    'cors',
    'createCorsPolicy',
    'createReloadablePolicy',
    'originsFromEnv',
  ])
})

test.each([
  ['ESM around CommonJS', esm, commonJs],
  ['CommonJS around ESM', commonJs, esm],
])('%s on one response: the inner one counts, each header once', async (_, outer, inner) => {
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
})

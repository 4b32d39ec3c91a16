import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { ask, corsFields } from './support/cors-fields.js'

type Built = typeof import('../src/index.js')

const dist = new URL('../dist/', import.meta.url)
// By their files: what `import` and `require` get is for the package checks to say.
const esm = (await import(new URL('index.js', dist).href)) as Built
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
])('%s: the inner one counts', async (_, outer, inner) => {
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
  const files = readdirSync(dist).filter((name) => /\.c?js$/.test(name))
  expect(files).toEqual(expect.arrayContaining(['index.cjs', 'index.js']))
  const imported = files.flatMap((name) => {
    const text = readFileSync(new URL(name, dist), 'utf8')
    return [...text.matchAll(/(?:\bfrom |\bimport |\brequire\()['"]([^'"]+)['"]/g)].map(
      ([, from = '']) => from,
    )
  })
  const own = imported.filter((from) => !from.startsWith('./'))
  expect([...new Set(own)].sort()).toEqual(['@cors/core', '@cors/core/adapter'])
})

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NextRequest } from 'next/server.js'
import { expect, test } from 'vitest'

type Built = typeof import('../src/index.js')

const dist = new URL('../dist/', import.meta.url)
// By their files: what `import` and `require` get is for the package checks to say.
const esm = (await import(new URL('index.js', dist).href)) as Built
const commonJs = createRequire(import.meta.url)('../dist/index.cjs') as Built

test('both builds export the same', () => {
  expect(Object.keys(commonJs).sort()).toEqual(Object.keys(esm).sort())
  expect(Object.keys(esm).sort()).toEqual([
    'CorsConfigError',
    'corsProxy',
    'createCorsPolicy',
    'createReloadablePolicy',
    'originsFromEnv',
    'withCors',
    'withCorsApi',
  ])
})

test.each([
  ['ESM around CommonJS', esm, commonJs],
  ['CommonJS around ESM', commonJs, esm],
])('%s: the inner one counts', async (_, outer, inner) => {
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
  const files = readdirSync(dist).filter((name) => /\.c?js$/.test(name))
  expect(files).toEqual(expect.arrayContaining(['index.cjs', 'index.js']))
  const imported = files.flatMap((name) => {
    const text = readFileSync(new URL(name, dist), 'utf8')
    return [...text.matchAll(/(?:\bfrom |\bimport |\brequire\()['"]([^'"]+)['"]/g)].map(
      ([, from = '']) => from,
    )
  })
  const others = imported.filter((from) => !from.startsWith('./'))
  expect([...new Set(others)].sort()).toEqual(['@cors/core', '@cors/core/adapter', 'next/server.js'])
})

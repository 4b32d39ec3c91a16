import { createRequire } from 'node:module'
import fastify from 'fastify'
import { expect, test } from 'vitest'

type Built = typeof import('../src/index.js')

// By their files: what `import` and `require` get is for the package checks to say.
const esm = (await import(new URL('../dist/index.js', import.meta.url).href)) as Built
const commonJs = createRequire(import.meta.url)('../dist/index.cjs') as Built['cors'] & Built

const names = [
  'CorsConfigError',
  'cors',
  'createCorsPolicy',
  'createReloadablePolicy',
  'default',
  'originsFromEnv',
]

test('both builds export the same; what require returns is the plugin', () => {
  expect(Object.keys(esm).sort()).toEqual(names)
  expect(Object.keys(commonJs)).toEqual(expect.arrayContaining(names))
  expect(commonJs.default).toBe(commonJs)
  expect(commonJs.cors).toBe(commonJs)
  expect(esm.default).toBe(esm.cors)
})

test.each([
  ['ESM around CommonJS', esm.cors, commonJs],
  ['CommonJS around ESM', commonJs, esm.cors],
])('%s in one application: the inner one counts, each decision once', async (_, outer, inner) => {
  const told: string[] = []
  const onDecision = ({ kind }: { readonly kind: string }): void => void told.push(kind)
  const app = fastify()
  await app.register(async (scope) => {
    await scope.register(inner, { policy: { origins: ['https://scope.example'] }, onDecision })
    scope.get('/scope', async () => 'ok')
    scope.get('/route', { config: { cors: { origins: ['https://route.example'] } } }, async () => 'ok')
    expect(() => scope.get('/wrong', { config: { cors: { origins: ['x'] } } }, async () => 'ok')).toThrow(
      'GET /wrong',
    )
  })
  await app.register(outer, { policy: { origins: '*' }, onDecision })
  const ask = async (url: string, origin: string, preflight = false): Promise<unknown> => {
    const headers = { origin, ...(preflight ? { 'access-control-request-method': 'GET' } : {}) }
    const response = await app.inject({ method: preflight ? 'OPTIONS' : 'GET', url, headers })
    return response.headers['access-control-allow-origin']
  }
  for (const preflight of [false, true]) {
    expect(await ask('/scope', 'https://scope.example', preflight)).toBe('https://scope.example')
    expect(await ask('/scope', 'https://route.example', preflight)).toBeUndefined()
    expect(await ask('/route', 'https://route.example', preflight)).toBe('https://route.example')
    expect(await ask('/missing', 'https://any.example', preflight)).toBe('*')
  }
  expect(told).toEqual([...Array(4).fill('actual'), ...Array(4).fill('preflight')])
})

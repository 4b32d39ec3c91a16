import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { ask, corsFields, preflight } from './support/cors-fields.js'
import { skip } from './support/subjects.js'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const app = 'https://app.example.com'

afterEach(() => {
  vi.restoreAllMocks()
})

test.each([
  'examples/hono.ts',
  'examples/hono-middleware.ts',
  'examples/outside.ts',
  'examples/sveltekit.ts',
])('%s is what the README shows', (path) => {
  expect(read('README.md')).toContain(`\`\`\`ts\n${read(path)}\`\`\``)
})

test('the example for Hono runs', async () => {
  const { fetch } = (await import('../examples/hono.js')).default
  expect(corsFields(await fetch(preflight(app, 'PUT', '/orders/1')))).toEqual({
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
    'access-control-allow-origin': app,
    'access-control-max-age': '600',
    vary: 'Origin, Access-Control-Request-Method',
  })
  const products = await fetch(ask('https://x.example', '/products'))
  expect(await products.json()).toEqual([{ id: 1, name: 'Chair' }])
  expect(corsFields(products)).toEqual({ 'access-control-allow-origin': '*' })
  expect(corsFields(await fetch(ask('https://x.example', '/missing')))).toEqual({ vary: 'Origin' })
})

test('the example as middleware of Hono runs', async () => {
  const { app: hono } = await import('../examples/hono-middleware.js')
  const allowed = { 'access-control-allow-origin': app, vary: 'Origin' }
  for (const [path, status, fields] of [
    ['/api/orders', 200, { ...allowed, vary: 'Accept, Origin' }],
    ['/api/old', 302, allowed],
    ['/api/broken', 500, allowed],
    ['/api/missing', 404, allowed],
    ['/page', 200, {}],
  ] as const) {
    const response = await hono.fetch(ask(app, path))
    expect(response.status, path).toBe(status)
    expect(corsFields(response), path).toEqual(fields)
  }
  expect(await (await hono.fetch(ask(app, '/api/orders'))).json()).toEqual([{ id: 1 }])
  expect((await hono.fetch(ask(app, '/api/old'))).headers.get('location')).toBe('/api/orders')
  expect(corsFields(await hono.fetch(ask('https://x.example', '/api/broken')))).toEqual({ vary: 'Origin' })
  const answer = await hono.fetch(preflight(app, 'PUT', '/api/missing'))
  expect(answer.status).toBe(204)
  expect(corsFields(answer)).toEqual({
    'access-control-allow-methods': 'GET, HEAD, POST, PUT',
    'access-control-allow-origin': app,
    vary: 'Origin, Access-Control-Request-Method',
  })
  expect((await hono.fetch(preflight('https://x.example', 'PUT', '/api/orders'))).status).toBe(403)
})

test('the example for responses that are made outside runs', async () => {
  const { fetch } = await import('../examples/outside.js')
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  const allowed = { 'access-control-allow-origin': app, vary: 'Origin' }
  const order = (body: string, headers: Record<string, string>): Request =>
    new Request('http://localhost/', { method: 'POST', body, headers: { origin: app, ...headers } })
  for (const [status, request] of [
    [401, order('{}', {})],
    [500, order('{', { authorization: 'me' })],
    [200, order('{}', { authorization: 'me' })],
  ] as const) {
    const response = await fetch(request)
    expect(response.status).toBe(status)
    expect(corsFields(response)).toEqual(allowed)
  }
  expect(report).toHaveBeenCalledOnce()
})

test('the example for SvelteKit runs', async () => {
  const { handle } = await import('../examples/sveltekit.js')
  const resolve = vi.fn(() => new Response('page'))
  const response = await handle({ event: { request: ask(app) }, resolve })
  expect(corsFields(response)).toEqual({ 'access-control-allow-origin': app, vary: 'Origin' })
  expect((await handle({ event: { request: preflight(app) }, resolve })).status).toBe(204)
  expect(resolve).toHaveBeenCalledOnce()
})

test('each limit that the README names has its test, and its skips are those of the kit', () => {
  const readme = read('README.md')
  const rows = [...readme.matchAll(/\| `([\w-]+\.test\.ts)`: "(?:… )?(.+?)" +\|$/gm)]
  expect(rows.length).toBe(4)
  for (const [, file = '', title = ''] of rows) expect(read(`test/${file}`)).toContain(title)
  const [skips = ''] = readme.slice(readme.indexOf('Skipped cases')).split(', because')
  const ids = [...skips.matchAll(/`([\w-]+\/[\w-]+)`/g)].map(([, id]) => id)
  expect(ids).toEqual(skip.map(({ id }) => id))
})

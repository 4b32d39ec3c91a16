import { readdirSync, readFileSync } from 'node:fs'
import { type NextFetchEvent, NextRequest } from 'next/server.js'
import { describe, expect, test } from 'vitest'
import { example } from './support/apps.js'
import { app, stranger } from './support/send.js'
import { serverOf } from './support/server-of.js'
import { skipsText } from './support/skips-text.js'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')

test.each([
  'examples/app/proxy.ts',
  'examples/app/app/products/route.ts',
  'examples/app/pages/api/reports.ts',
  'examples/by-path.ts',
  'examples/composed.ts',
  'examples/by-method.ts',
])('%s is what the README shows', (path) => {
  expect(readme).toContain(`\`\`\`ts\n${read(path)}\`\`\``)
})

test('the README lists the skips', () => {
  expect(readme).toContain(skipsText())
})

test('the README names tests that exist', () => {
  const files = readdirSync(new URL('next-only', import.meta.url))
  const named = [...readme.matchAll(/`([a-z-]+\.test\.ts)`: "([^"]+)"/g)]
  expect(named.length).toBeGreaterThan(10)
  for (const [, file = '', title = ''] of named) {
    expect(files).toContain(file)
    expect(read(`test/next-only/${file}`)).toContain(`'${title}'`)
  }
})

describe('the example application', () => {
  const { ask } = serverOf(example)
  const orders = '/api/orders/7'

  test('has its policy in the proxy', async () => {
    expect(await ask({ path: orders, asks: 'PUT', origin: app })).toMatchObject({
      status: 204,
      cors: [
        ['access-control-allow-credentials', 'true'],
        ['access-control-allow-headers', 'content-type'],
        ['access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE'],
        ['access-control-allow-origin', app],
        ['access-control-max-age', '600'],
      ],
    })
    const origin = 'https://pull-1.preview.example.com'
    expect(await ask({ path: orders, method: 'PUT', origin })).toMatchObject({
      cors: [
        ['access-control-allow-credentials', 'true'],
        ['access-control-allow-origin', origin],
      ],
      vary: ['origin'],
      body: '{"id":"7"}',
    })
    expect(await ask({ path: orders, method: 'PUT', origin: stranger })).toMatchObject({
      status: 200,
      cors: [],
    })
    expect(await ask({ path: '/api/orders/missing/path', asks: 'PUT', origin: stranger })).toMatchObject({
      status: 403,
    })
  })

  test('keeps pages out of the proxy', async () => {
    const page = await ask({ path: '/nowhere', origin: app })
    expect(page).toMatchObject({ status: 404, cors: [], vary: [] })
    expect(page.body).toContain('<html')
  })

  test('has another one in a route handler', async () => {
    const open = [['access-control-allow-origin', '*']]
    const products = await ask({ path: '/products', origin: stranger })
    expect(products).toMatchObject({ cors: open, vary: [], body: '[{"id":1,"name":"Chair"}]' })
    expect(await ask({ path: '/products', asks: 'GET', origin: stranger })).toMatchObject({
      status: 204,
      cors: open,
    })
  })

  test('and one in an API route', async () => {
    expect(await ask({ path: '/api/reports', origin: app })).toMatchObject({
      cors: [['access-control-allow-origin', app]],
      vary: ['origin'],
      body: '[{"id":1}]',
    })
    expect(await ask({ path: '/api/reports', asks: 'GET', origin: stranger })).toMatchObject({ status: 403 })
  })
})

describe('the other examples', () => {
  const event = {} as NextFetchEvent
  const request = (path: string, headers: Record<string, string>, method = 'GET'): NextRequest =>
    new NextRequest(`http://tenant.example${path}`, { method, headers })
  const corsOf = (response: Response): Record<string, string> =>
    Object.fromEntries([...response.headers].filter(([name]) => /^(?:access-control-|vary$)/.test(name)))

  test('by path', async () => {
    const { proxy } = await import('../examples/by-path.js')
    const asks = { origin: stranger, 'access-control-request-method': 'PUT' }
    const open = await proxy(request('/api/public/x', { origin: stranger }), event)
    expect(corsOf(open)).toEqual({ 'access-control-allow-origin': '*', vary: 'Origin' })
    expect((await proxy(request('/api/x', asks, 'OPTIONS'), event)).status).toBe(403)
  })

  test('composed', async () => {
    const { proxy } = await import('../examples/composed.js')
    const allowed = {
      'access-control-allow-credentials': 'true',
      'access-control-allow-origin': app,
      vary: 'Origin',
    }
    const refused = await proxy(request('/', { origin: app }), event)
    expect([refused.status, corsOf(refused)]).toEqual([401, allowed])
    const passed = await proxy(request('/', { origin: app, cookie: 'session=1' }), event)
    expect(corsOf(passed)).toEqual(allowed)
    expect(passed.headers.get('x-middleware-next')).toBe('1')
    expect(passed.headers.get('x-middleware-request-x-tenant')).toBe('tenant.example')
  })

  test('by method', async () => {
    const { GET, PUT, OPTIONS } = await import('../examples/by-method.js')
    expect(corsOf(await GET(request('/', { origin: stranger })))).toEqual({
      'access-control-allow-origin': '*',
    })
    expect(corsOf(await PUT(request('/', { origin: stranger }, 'PUT')))).toEqual({ vary: 'Origin' })
    const asks = { origin: stranger, 'access-control-request-method': 'PUT' }
    expect((await OPTIONS(request('/', asks, 'OPTIONS'))).status).toBe(403)
    const asksGet = { ...asks, 'access-control-request-method': 'GET' }
    expect((await OPTIONS(request('/', asksGet, 'OPTIONS'))).status).toBe(204)
  })
})

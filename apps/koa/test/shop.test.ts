import { customer, type RunningService } from '@cors/app-service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask } from '../../../tooling/ask-service.js'
import { start } from '../src/index.js'

let service: RunningService
beforeAll(async () => {
  service = await start({ port: 0 })
})
afterAll(() => service.close())

const page = { origin: 'http://localhost:4000' }
const stranger = { origin: 'http://localhost:4001' }

const forPage = [
  'access-control-allow-origin: http://localhost:4000',
  'access-control-allow-credentials: true',
  'access-control-expose-headers: etag, location, x-total-count',
]

const get = (path: string, headers: Record<string, string> = page): Promise<Answer> =>
  ask(service.url, 'GET', path, headers)

const preflight = (path: string, method: string, from: Record<string, string> = page): Promise<Answer> =>
  ask(service.url, 'OPTIONS', path, { ...from, 'access-control-request-method': method })

describe('the shop', () => {
  const teapot = { name: 'Teapot', price: 3000 }

  test('lists and reads', async () => {
    const list = await get('/products')
    expect([list.status, list.headers['x-total-count']]).toEqual([200, '3'])
    const one = await get('/products/1')
    expect([one.status, one.headers['etag']]).toEqual([200, '"1-1"'])
    expect((await get('/products/1', { ...page, 'if-none-match': '"1-1"' })).status).toBe(304)
  })

  test('creates, updates and deletes', async () => {
    const created = await ask(service.url, 'POST', '/products', page, teapot)
    expect([created.status, created.headers['location']]).toEqual([201, '/products/4'])
    expect((await ask(service.url, 'PUT', '/products/4', page, teapot)).status).toBe(200)
    expect((await ask(service.url, 'DELETE', '/products/4', page)).status).toBe(204)
    expect((await get('/products/4')).status).toBe(404)
    expect((await ask(service.url, 'PUT', '/products/4', page, teapot)).status).toBe(404)
  })

  test('knows who has signed in by the cookie', async () => {
    const login = await ask(service.url, 'POST', '/login', page, customer)
    const [cookie] = login.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^session-koa=[\w-]{36}; path=\/; samesite=lax; httponly$/)
    const me = await get('/me', { ...page, cookie: String(cookie).split(';')[0] ?? '' })
    expect([me.status, me.body]).toEqual([200, '{"user":"ada"}'])
    expect((await get('/me', { ...page, cookie: 'session-koa=guess' })).status).toBe(401)
    expect((await ask(service.url, 'POST', '/login', page, { ...customer, password: '' })).status).toBe(401)
  })
})

describe('every response to the page carries the headers', () => {
  test.each([
    ['/products', 200],
    ['/me', 401],
    ['/missing', 404],
    ['/products/99', 404],
    ['/failure', 500],
    ['/catalogue', 301],
    ['/export', 200],
    ['/events', 200],
  ])('%s: %i', async (path, status) => {
    const answer = await get(path)
    expect([answer.status, answer.cors, answer.vary]).toEqual([status, forPage, 'Origin'])
  })

  test('400 by validation, and by the parser', async () => {
    const invalid = await ask(service.url, 'POST', '/products', page, { name: '' })
    expect([invalid.status, invalid.cors]).toEqual([400, forPage])
    const text = await ask(service.url, 'POST', '/products', { ...page, 'content-type': 'text/plain' }, 'x')
    expect([text.status, text.cors]).toEqual([400, forPage])
  })
})

describe('a stranger', () => {
  test.each(['/products', '/me', '/missing', '/failure', '/catalogue', '/export', '/events'])(
    'gets no CORS header from %s',
    async (path) => {
      const answer = await get(path, stranger)
      expect([answer.cors, answer.vary]).toEqual([[], 'Origin'])
    },
  )

  test('gets no permission', async () => {
    const answer = await preflight('/products/2', 'PUT', stranger)
    expect([answer.status, answer.cors, answer.vary]).toEqual([
      403,
      [],
      'Origin, Access-Control-Request-Method',
    ])
  })
})

describe('preflights', () => {
  test.each(['/products', '/products/2', '/missing'])('the page may: %s', async (path) => {
    const answer = await preflight(path, 'PUT')
    expect(answer.status).toBe(204)
    expect(answer.cors).toEqual([
      'access-control-allow-origin: http://localhost:4000',
      'access-control-allow-credentials: true',
      'access-control-allow-methods: GET, HEAD, POST, PUT, DELETE',
      'access-control-allow-headers: content-type, if-none-match',
      'access-control-max-age: 600',
    ])
    expect(answer.vary).toBe('Origin, Access-Control-Request-Method')
  })

  test('a preview may, too', async () => {
    const origin = 'http://pr-7.preview.localhost:4000'
    const answer = await preflight('/products/2', 'DELETE', { origin })
    expect(answer.cors[0]).toBe(`access-control-allow-origin: ${origin}`)
  })
})

describe('routes with a policy of their own', () => {
  test('public prices are for everybody', async () => {
    for (const from of [page, stranger, {}]) {
      const answer = await get('/public/prices', from)
      expect([answer.status, answer.cors, answer.vary]).toEqual([
        200,
        ['access-control-allow-origin: *', 'access-control-expose-headers: etag'],
        // Fastify sends none: this one was chosen by a function.
        'Origin',
      ])
    }
    const asked = await preflight('/public/prices', 'GET', stranger)
    expect([asked.status, asked.cors]).toEqual([204, ['access-control-allow-origin: *']])
  })

  test('the stock is for nobody, however its path is spelled', async () => {
    for (const path of ['/internal/stock/', '/Internal/stock', '/internal/%73tock', '//internal/stock']) {
      expect((await get(path)).status).toBe(404)
    }
    expect((await get('/internal/stock')).cors).toEqual([])
    const asked = await preflight('/internal/stock', 'GET')
    expect([asked.status, asked.cors]).toEqual([404, []])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask } from '../../../tooling/ask-service.js'
import { customer, type RunningService } from '../src/index.js'
import type { ShopUnderTest } from './shop-under-test.js'

const page = { origin: 'http://localhost:4000' }
const stranger = { origin: 'http://localhost:4001' }

const responses: readonly (readonly [path: string, status: number])[] = [
  ['/products', 200],
  ['/products/1', 200],
  ['/me', 401],
  ['/missing', 404],
  ['/products/99', 404],
  ['/failure', 500],
  ['/catalogue', 301],
  ['/catalogue?page=2', 301],
  ['/export', 200],
  ['/events', 200],
]

/** The shop answers, and says to whom as its policy has it: the same on each framework. */
export const testShop = (shop: ShopUnderTest): void => {
  const { id, ownVary = [], sortsHeaders = false } = shop

  let service: RunningService
  beforeAll(async () => {
    service = await shop.start({ port: 0 })
  })
  afterAll(() => service.close())

  const get = (path: string, headers: Record<string, string> = page): Promise<Answer> =>
    ask(service.url, 'GET', path, headers)

  const preflight = (path: string, method: string, from: Record<string, string> = page): Promise<Answer> =>
    ask(service.url, 'OPTIONS', path, { ...from, 'access-control-request-method': method })

  const inOrder = (lines: readonly string[]): readonly string[] => (sortsHeaders ? [...lines].sort() : lines)

  const varyOf = ({ vary }: Answer): string | undefined => {
    const members = vary?.split(', ').filter((member) => !ownVary.includes(member)) ?? []
    return members.length === 0 ? undefined : members.join(', ')
  }

  const forPage = inOrder([
    'access-control-allow-origin: http://localhost:4000',
    'access-control-allow-credentials: true',
    'access-control-expose-headers: etag, location, x-total-count',
  ])

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
      expect(cookie).toMatch(new RegExp(`^session-${id}=[\\w-]{36}; ${shop.cookieAttributes}$`))
      const me = await get('/me', { ...page, cookie: String(cookie).split(';')[0] ?? '' })
      expect([me.status, me.body]).toEqual([200, '{"user":"ada"}'])
      expect((await get('/me', { ...page, cookie: `session-${id}=guess` })).status).toBe(401)
      expect((await ask(service.url, 'POST', '/login', page, { ...customer, password: '' })).status).toBe(401)
    })
  })

  describe('every response to the page carries the headers', () => {
    test.each(responses)('%s: %i', async (path, status) => {
      const answer = await get(path)
      expect([answer.status, answer.cors, varyOf(answer)]).toEqual([status, forPage, 'Origin'])
    })

    test('HEAD', async () => {
      const answer = await ask(service.url, 'HEAD', '/products', page)
      expect([answer.status, answer.cors, varyOf(answer)]).toEqual([200, forPage, 'Origin'])
    })

    test('400 by validation, and by the parser', async () => {
      const post = (headers: Record<string, string>, body?: unknown): Promise<Answer> =>
        ask(service.url, 'POST', '/products', { ...page, ...headers }, body)
      for (const answer of [
        await post({}, { name: '' }),
        await post({}),
        await post({ 'content-type': 'text/plain' }, 'x'),
      ]) {
        expect([answer.status, answer.cors, varyOf(answer)]).toEqual([400, forPage, 'Origin'])
      }
    })
  })

  describe('a stranger', () => {
    test.each(responses)('gets no CORS header from %s', async (path, status) => {
      const answer = await get(path, stranger)
      expect([answer.status, answer.cors, varyOf(answer)]).toEqual([status, [], 'Origin'])
    })

    test('gets none from HEAD, and none with a 400', async () => {
      const head = await ask(service.url, 'HEAD', '/products', stranger)
      expect([head.status, head.cors, varyOf(head)]).toEqual([200, [], 'Origin'])
      const invalid = await ask(service.url, 'POST', '/products', stranger, { name: '' })
      expect([invalid.status, invalid.cors, varyOf(invalid)]).toEqual([400, [], 'Origin'])
    })

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
    const permission = (origin: string): readonly string[] =>
      inOrder([
        `access-control-allow-origin: ${origin}`,
        'access-control-allow-credentials: true',
        'access-control-allow-methods: GET, HEAD, POST, PUT, DELETE',
        'access-control-allow-headers: content-type, if-none-match',
        'access-control-max-age: 600',
      ])

    test.each(['/products', '/products/2', '/missing'])('the page may: %s', async (path) => {
      const answer = await preflight(path, 'PUT')
      expect([answer.status, answer.cors, answer.vary]).toEqual([
        204,
        permission(page.origin),
        'Origin, Access-Control-Request-Method',
      ])
    })

    test('a preview may, too', async () => {
      const origin = 'http://pr-7.preview.localhost:4000'
      const answer = await preflight('/products/2', 'DELETE', { origin })
      expect([answer.status, answer.cors]).toEqual([204, permission(origin)])
    })
  })

  describe('routes with a policy of their own', () => {
    test('public prices are for everybody', async () => {
      for (const from of [page, stranger, {}]) {
        const answer = await get('/public/prices', from)
        expect([answer.status, answer.cors, varyOf(answer)]).toEqual([
          200,
          ['access-control-allow-origin: *', 'access-control-expose-headers: etag'],
          shop.pricesVary,
        ])
      }
      const asked = await preflight('/public/prices', 'GET', stranger)
      expect([asked.status, asked.cors]).toEqual([204, ['access-control-allow-origin: *']])
    })

    test('the stock is for nobody', async () => {
      const answer = await get('/internal/stock')
      expect([answer.status, answer.cors]).toEqual([200, []])
      const asked = await preflight('/internal/stock', 'GET')
      expect([asked.status, asked.cors]).toEqual([shop.preflightWithoutCors, []])
    })

    test('the stock is for nobody, however its path is spelled', async () => {
      for (const [path, [status, by]] of Object.entries(shop.stockSpelled)) {
        const answer = await get(path)
        const asked = await preflight(path, 'GET')
        const isSeen = by === 'the page'
        expect([path, answer.status, answer.cors]).toEqual([path, status, isSeen ? forPage : []])
        expect([path, asked.cors.length > 0]).toEqual([path, isSeen])
        expect([path, status === 200 && isSeen]).toEqual([path, false])
      }
    })
  })
}

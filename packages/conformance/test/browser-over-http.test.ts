import { afterAll, beforeAll, expect, it } from 'vitest'
import { BrowserModel, createBrowserSend, type RunningServer, routes } from '../src/index.js'
import { startNaive } from './reference/naive-server.js'

const page = 'https://app.example.com'
const api = 'http://api.example.com'

let server: RunningServer

beforeAll(async () => {
  const policy = {
    origins: [page],
    credentials: true,
    methods: ['PUT'],
    maxAge: 600,
    exposedHeaders: ['X-Handler'],
  }
  server = await startNaive({ policy }, routes, {})
})
afterAll(() => server.close())

const browser = (): BrowserModel =>
  new BrowserModel({
    send: createBrowserSend({
      address: () => ({ hostname: '127.0.0.1', port: Number(new URL(server.url).port) }),
      credentials: () => [['Cookie', 'session=1']],
    }),
  })

it('plays a page on any origin against a real server', async () => {
  const model = browser()
  const outcome = await model.fetch({ origin: page, url: `${api}/ok`, method: 'PUT', credentials: 'include' })
  expect(outcome).toMatchObject({ readable: true, status: 200, body: 'ok' })
  expect(outcome.exchanges.map(({ request, response }) => [request.method, response.status])).toEqual([
    ['OPTIONS', 204],
    ['PUT', 200],
  ])
  if (outcome.readable) expect(outcome.headers).toContainEqual(['x-handler', 'ran'])
  const again = await model.fetch({ origin: page, url: `${api}/ok`, method: 'PUT' })
  expect(again.exchanges.map(({ request }) => request.method)).toEqual(['PUT'])
})

it('refuses what the policy does not list', async () => {
  const model = browser()
  const method = await model.fetch({ origin: page, url: `${api}/ok`, method: 'DELETE' })
  expect(method).toMatchObject({ readable: false, refusal: { reason: 'method-not-allowed' } })
  const origin = await model.fetch({ origin: 'https://evil.example', url: `${api}/ok` })
  expect(origin).toMatchObject({ readable: false, refusal: { reason: 'allow-origin-missing' } })
  const redirected = await model.fetch({ origin: page, url: `${api}/redirect` })
  expect(redirected).toMatchObject({ readable: true, redirected: true, body: 'ok' })
})

import Router from '@koa/router'
import Koa from 'koa'
import { expect, test } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { cors, createCorsPolicy } from '../src/index.js'
import { start } from './support/koas.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const allowed = [`access-control-allow-origin: ${app}`, 'vary: Origin']

test("allowedMethods' answers carry the headers, and its OPTIONS is no preflight", async () => {
  const { url } = await start(Koa, (koa) => {
    const router = new Router()
    router.get('/x', (context) => {
      context.body = 'x'
    })
    koa.use(cors({ origins: [app], methods: ['PUT'] }))
    koa.use(router.routes()).use(router.allowedMethods())
  })
  for (const [method, status] of [
    ['GET', 200],
    ['PUT', 405],
    ['COPY', 501],
    ['OPTIONS', 200],
  ] as const) {
    const response = await ask(url, { origin: app, method, path: '/x' })
    expect(response.status).toBe(status)
    expect(corsLines(response)).toEqual(allowed)
  }
  const preflight = await ask(url, { origin: app, preflight: 'PUT', path: '/x' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.map(([name]) => name.toLowerCase())).not.toContain('allow')
})

test('a router, and a route, with a policy of its own: the inner one decides who may read', async () => {
  const { url } = await start(Koa, (koa) => {
    const router = new Router({ prefix: '/inner' })
    router.use(cors({ origins: [stranger], exposedHeaders: ['X-Inner'] }))
    router.get('/x', (context) => {
      context.body = 'x'
    })
    router.get('/off', cors({ policy: false }), (context) => {
      context.body = 'off'
    })
    koa.use(cors({ origins: [app], credentials: true }))
    koa.use(router.routes())
  })
  expect(corsLines(await ask(url, { origin: stranger, path: '/inner/x' }))).toEqual([
    `access-control-allow-origin: ${stranger}`,
    'access-control-expose-headers: x-inner',
    'vary: Origin',
  ])
  expect(corsLines(await ask(url, { origin: app, path: '/inner/x' }))).toEqual(['vary: Origin'])
  expect(corsLines(await ask(url, { origin: app, path: '/inner/off' }))).toEqual([])
  expect(corsLines(await ask(url, { origin: app, path: '/other' }))).toEqual([
    'access-control-allow-credentials: true',
    ...allowed,
  ])
  // The outermost policy answers preflights.
  expect(await ask(url, { origin: stranger, preflight: 'GET', path: '/inner/x' })).toMatchObject({
    status: 403,
  })
  expect(await ask(url, { origin: app, preflight: 'GET', path: '/inner/x' })).toMatchObject({ status: 204 })
})

test('a function gives paths different rights, preflights included', async () => {
  const own = createCorsPolicy({ origins: [app], methods: ['PUT'], maxAge: 600 })
  const open = createCorsPolicy({ origins: '*' })
  const { url } = await start(Koa, (koa) => {
    koa.use(cors({ policy: (context) => (context.path.startsWith('/public/') ? open : own) }))
  })
  expect(corsLines(await ask(url, { origin: stranger, path: '/public/x' }))).toEqual([
    'access-control-allow-origin: *',
    'vary: Origin',
  ])
  expect(await ask(url, { origin: stranger, preflight: 'PUT', path: '/own/x' })).toMatchObject({
    status: 403,
  })
  expect(corsLines(await ask(url, { origin: app, preflight: 'PUT', path: '/own/x' }))).toEqual([
    'access-control-allow-methods: GET, HEAD, POST, PUT',
    `access-control-allow-origin: ${app}`,
    'access-control-max-age: 0',
    'vary: Origin, Access-Control-Request-Method',
  ])
})

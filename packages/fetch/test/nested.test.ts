import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { cors } from '../src/index.js'
import { ask, corsFields, preflight } from './support/cors-fields.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const outer = cors({ origins: [app], credentials: true, exposedHeaders: ['ETag'] })
const inner = cors({ origins: [stranger] })
const off = cors({ policy: false })
const allowedOutside = {
  'access-control-allow-credentials': 'true',
  'access-control-allow-origin': app,
  'access-control-expose-headers': 'etag',
  vary: 'Origin',
}
const allowedInside = { 'access-control-allow-origin': stranger, vary: 'Origin' }

/** What may lie between two wrapped handlers. */
const between: Record<string, (handler: typeof fetchLike) => typeof fetchLike> = {
  nothing: (handler) => handler,
  'another response': (handler) => async (request) => {
    const response = await handler(request)
    return new Response(response.body, { status: response.status, headers: response.headers })
  },
  'a copy of the request': (handler) => (request) => handler(new Request(request.url, request)),
}
declare const fetchLike: (request: Request) => Promise<Response>

describe.each(Object.entries(between))('with %s between', (_, around) => {
  test.each([
    ['a body', 'x'],
    ['no body', null],
  ])('a response with %s gets the headers of the inner policy only', async (_name, body) => {
    const handler = outer(around(inner(() => new Response(body))))
    expect(corsFields(await handler(ask(stranger)))).toEqual(allowedInside)
    expect(corsFields(await handler(ask(app)))).toEqual({ vary: 'Origin' })
    const without = outer(around(off(() => new Response(body, { headers: { vary: 'Accept' } }))))
    expect(corsFields(await without(ask(app)))).toEqual({ vary: 'Accept' })
  })

  test('the outer policy answers preflights', async () => {
    const handler = outer(around(inner(() => new Response('x'))))
    expect((await handler(preflight(stranger))).status).toBe(403)
    expect((await handler(preflight(app))).status).toBe(204)
  })
})

test('where the inner handler throws, the inner policy counts', async () => {
  const request = ask(stranger)
  const handler = outer(
    inner(() => {
      throw new Error('x')
    }),
  )
  await expect(handler(request)).rejects.toThrow('x')
  expect(corsFields(await outer.applyTo(request, new Response('sorry')))).toEqual(allowedInside)
})

test('a request that is handled twice is decided twice', async () => {
  const request = ask(app)
  expect(corsFields(await inner(() => new Response('x'))(request))).toEqual({ vary: 'Origin' })
  expect(corsFields(await outer(() => new Response('x'))(request))).toEqual(allowedOutside)
})

describe('Hono', () => {
  const hono = new Hono()
  hono.use(async (context, next) => {
    context.header('x-middleware', '1')
    await next()
  })
  hono.get('/ok', (context) => context.text('ok'))
  hono.get('/own', (context) => inner(() => context.json({}))(context.req.raw))
  hono.get('/own-throws', (context) => inner(() => raise(new Error('x')))(context.req.raw))
  hono.get('/off', (context) => off(() => context.text('off'))(context.req.raw))
  hono.get('/throw', () => raise(new Error('x')))
  hono.mount(
    '/mounted',
    inner(() => new Response('mounted')),
  )
  hono.onError((_, context) => context.text('sorry', 500))
  hono.notFound((context) => context.text('nothing', 404))
  const handler = outer(hono.fetch)

  test.each([
    ['/ok', 200],
    ['/throw', 500],
    ['/missing', 404],
  ])('%s, whose answer is made by Hono, has the headers', async (path, status) => {
    const response = await handler(ask(app, path))
    expect(response.status).toBe(status)
    expect(corsFields(response)).toEqual(allowedOutside)
    expect(response.headers.get('x-middleware')).toBe('1')
  })

  test.each([
    ['/own', 200],
    ['/own-throws', 500],
    ['/mounted/x', 200],
  ])('%s has a policy of its own', async (path, status) => {
    const response = await handler(ask(stranger, path))
    expect(response.status).toBe(status)
    expect(corsFields(response)).toEqual(allowedInside)
    expect(corsFields(await handler(ask(app, path)))).toEqual({ vary: 'Origin' })
  })

  test('/off has none', async () => {
    expect(corsFields(await handler(ask(app, '/off')))).toEqual({})
  })
})

const raise = (error: unknown): never => {
  throw error
}

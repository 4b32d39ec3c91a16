import { cors, createCorsPolicy } from '@cors/fastify'
import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { exchange, preflight } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import {
  app as appOrigin,
  inner,
  innerPreflight,
  none,
  outer,
  outerActual,
  outerPreflight,
  partner,
  preflightVary,
  uncacheable,
} from './support/policies.js'
import { handler, start } from './support/start.js'

const own = async (): Promise<string> => 'own'
const OPTIONS = { method: 'OPTIONS' }

describe.each(fastifies)("%s: the application's own OPTIONS", (_, create) => {
  // With one policy for everything there is no hidden route, with two there is.
  it.each([false, true])('keeps working for what is no preflight (hidden routes: %s)', async (isRouted) => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.options('/own', own)
      app.get('/own', handler)
      app.get('/none', handler)
      if (isRouted) app.get('/other', { config: { cors: inner } }, handler)
    })
    const method = { 'access-control-request-method': 'GET' }
    expect(await exchange(url, '/own', {}, OPTIONS)).toMatchObject({
      status: 200,
      body: 'own',
      cors: {},
      vary: 'Origin',
    })
    expect(await exchange(url, '/own', method, OPTIONS)).toMatchObject({
      status: 200,
      body: 'own',
      cors: {},
      vary: 'Origin',
    })
    expect(await exchange(url, '/own', { origin: appOrigin }, OPTIONS)).toMatchObject({
      status: 200,
      body: 'own',
      cors: outerActual,
    })
    expect(await preflight(url, '/own', appOrigin, 'GET')).toMatchObject({
      status: 204,
      body: '',
      cors: outerPreflight,
    })
    for (const headers of [{}, method, { origin: appOrigin }]) {
      const { status, body } = await exchange(url, '/none', headers, OPTIONS)
      expect(JSON.parse(body)).toEqual({
        message: 'Route OPTIONS:/none not found',
        error: 'Not Found',
        statusCode: 404,
      })
      expect(status).toBe(404)
    }
  })

  it('does not judge preflights, whatever its own policy or place', async () => {
    let runs = 0
    const count = async (): Promise<string> => {
      runs++
      return 'own'
    }
    const anybody = createCorsPolicy({ origins: '*', methods: '*' })
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.options('/things/:id', { config: { cors: anybody } }, count)
      app.options('/*', { config: { cors: anybody } }, count)
      app.put('/*', { config: { cors: inner } }, handler)
      app.get('/things/:id', handler)
    })
    // PUT falls to the catch-all, past the OPTIONS route that is nearer.
    expect(await preflight(url, '/things/7', partner, 'PUT')).toMatchObject({
      status: 204,
      cors: uncacheable(innerPreflight),
    })
    expect(await preflight(url, '/things/7', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: uncacheable(outerPreflight),
    })
    expect(await preflight(url, '/any', partner, 'PUT')).toMatchObject({
      status: 204,
      cors: uncacheable(innerPreflight),
    })
    expect(await preflight(url, '/any', appOrigin, 'DELETE')).toMatchObject({
      status: 204,
      cors: uncacheable(outerPreflight),
    })
    expect(await preflight(url, '/any', 'https://stranger.example', 'DELETE')).toMatchObject({
      status: 403,
      cors: {},
      vary: preflightVary,
    })
    expect(runs).toBe(0)
    expect(await preflight(url, '/any', 'https://stranger.example', 'OPTIONS')).toMatchObject({
      status: 204,
      cors: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': '*',
        'access-control-max-age': '0',
      },
    })
  })

  it.each(['root', 'scope', 'prefix', 'scope without OPTIONS'])(
    'is reached where a function says false: %s',
    async (where) => {
      const url = await start(create, async (app) => {
        const build = async (scope: FastifyInstance): Promise<void> => {
          await scope.register(cors, {
            policy: async (request, { method }) =>
              request.url.endsWith('/off') || method === 'DELETE' ? false : inner,
          })
          scope.get('/off', handler)
          scope.get('/on', handler)
          if (where !== 'scope without OPTIONS') scope.options('/off', own)
        }
        if (where === 'root') await build(app)
        else await app.register(build, where === 'prefix' ? { prefix: '/v1' } : {})
      })
      const base = where === 'prefix' ? '/v1' : ''
      const off = await preflight(url, `${base}/off`, partner, 'GET')
      expect(off).toMatchObject({ cors: {}, vary: 'Origin' })
      if (where === 'scope without OPTIONS') {
        expect(JSON.parse(off.body)).toEqual({
          message: 'Route OPTIONS:/off not found',
          error: 'Not Found',
          statusCode: 404,
        })
        expect(off.status).toBe(404)
      } else {
        expect(off).toMatchObject({ status: 200, body: 'own' })
      }
      expect(await preflight(url, `${base}/on`, partner, 'GET')).toMatchObject({
        status: 204,
        cors: uncacheable(innerPreflight),
      })
      expect(await preflight(url, `${base}/on`, partner, 'DELETE')).toMatchObject({
        status: 404,
        cors: {},
        vary: 'Origin',
      })
      expect(await exchange(url, `${base}/off`, { origin: partner })).toMatchObject({
        status: 200,
        cors: {},
        vary: 'Origin',
      })
    },
  )

  it('hooks run once, also where a preflight passes through', async () => {
    const ran: string[] = []
    const url = await start(create, async (app) => {
      app.addHook('onRequest', async (request) => void ran.push(`before ${request.method}`))
      await app.register(cors, { policy: () => false })
      app.addHook('onRequest', async () => void ran.push('after'))
      app.options('/own', { config: { cors: false } }, own)
      app.get('/own', handler)
    })
    expect(await preflight(url, '/own', appOrigin, 'GET')).toMatchObject({
      status: 200,
      body: 'own',
      cors: {},
    })
    expect(ran).toEqual(['before OPTIONS', 'after'])
    expect(await preflight(url, '/missing', appOrigin, 'GET')).toMatchObject({
      status: 404,
      cors: {},
      vary: 'Origin',
    })
    expect(ran).toEqual(['before OPTIONS', 'after', 'before OPTIONS', 'after'])
  })

  it('without the plugin everywhere else: false for the root', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, { policy: false })
      app.options('/own', own)
      app.get('/partner', { config: { cors: inner } }, handler)
    })
    expect(await preflight(url, '/own', appOrigin, 'GET')).toMatchObject({
      status: 200,
      body: 'own',
      ...none,
    })
    expect(await preflight(url, '/missing', appOrigin, 'GET')).toMatchObject({ status: 404, ...none })
    expect(await preflight(url, '/partner', partner, 'GET')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
    expect(await preflight(url, '/partner', partner, 'PUT')).toMatchObject({ status: 404, ...none })
  })

  it.each(['/*', '/api/*', '/api/item'])(
    'a function is asked where %s is governed by nothing',
    async (path) => {
      const url = await start(create, async (app) => {
        app.options(path, own)
        await app.register(
          async (scope) => {
            const policy = createCorsPolicy({ origins: [partner], methods: ['PUT'], maxAge: 60 })
            await scope.register(cors, { policy: ({ headers }) => headers.origin !== appOrigin && policy })
            scope.put('/item', handler)
          },
          { prefix: '/api' },
        )
      })
      expect(await preflight(url, '/api/item', partner, 'PUT')).toMatchObject({
        status: 204,
        body: '',
        cors: {
          'access-control-allow-origin': partner,
          'access-control-allow-methods': 'GET, HEAD, POST, PUT',
          'access-control-max-age': '0',
        },
        vary: preflightVary,
      })
      expect(await preflight(url, '/api/item', 'https://stranger.example', 'PUT')).toMatchObject({
        status: 403,
        body: '',
        cors: {},
        vary: preflightVary,
      })
      expect(await preflight(url, '/api/item', appOrigin, 'PUT')).toMatchObject({
        status: 200,
        body: 'own',
        cors: {},
        vary: 'Origin',
      })
    },
  )
})

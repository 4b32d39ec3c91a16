import { cors } from '@cors/fastify'
import { describe, expect, it } from 'vitest'
import { exchange, preflight } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import { recordingLogger } from './support/log.js'
import {
  app as appOrigin,
  inner,
  innerActual,
  innerPreflight,
  outer,
  outerActual,
  outerPreflight,
  partner,
  uncacheable,
} from './support/policies.js'
import { handler, start } from './support/start.js'

describe.each(fastifies)('%s: routes that were declared before the plugin had loaded', (_, create) => {
  it('have the policy of their scope', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      (app) => {
        app.get('/before', handler)
        app.options('/options', async () => 'own')
        void app.register(cors, outer)
        app.get('/after', handler)
      },
      options,
    )
    for (const path of ['/before', '/after']) {
      expect(await exchange(url, path, { origin: appOrigin })).toMatchObject({
        status: 200,
        cors: outerActual,
      })
      expect(await preflight(url, path, appOrigin, 'GET')).toMatchObject({
        status: 204,
        cors: outerPreflight,
      })
    }
    expect(await preflight(url, '/options', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
    expect(await exchange(url, '/options', {}, { method: 'OPTIONS' })).toMatchObject({
      status: 200,
      body: 'own',
    })
    expect(lines).toEqual([])
  })

  it('have their own policy, their preflights, too', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      (app) => {
        void app.register(cors, outer)
        app.get('/own', { config: { cors: inner } }, handler)
        app.put('/off', { config: { cors: false } }, handler)
        app.get('/mixed', { config: { cors: inner } }, handler)
        app.put('/mixed', handler)
        app.get('/things/:id', { config: { cors: inner } }, handler)
      },
      options,
    )
    for (const path of ['/own', '/things/7']) {
      expect(await exchange(url, path, { origin: partner })).toMatchObject({ status: 200, cors: innerActual })
      for (const method of ['GET', 'HEAD']) {
        expect(await preflight(url, path, partner, method)).toMatchObject({
          status: 204,
          cors: innerPreflight,
        })
        expect(await preflight(url, path, appOrigin, method)).toMatchObject({ status: 403, cors: {} })
      }
    }
    const off = { cors: {}, vary: undefined }
    const put = { method: 'PUT' }
    expect(await exchange(url, '/off', { origin: appOrigin }, put)).toMatchObject({ status: 200, ...off })
    expect(await preflight(url, '/off', appOrigin, 'PUT')).toMatchObject({ status: 404, ...off })
    expect(await preflight(url, '/mixed', partner, 'GET')).toMatchObject({
      status: 204,
      cors: uncacheable(innerPreflight),
    })
    expect(await preflight(url, '/mixed', appOrigin, 'PUT')).toMatchObject({
      status: 204,
      cors: uncacheable(outerPreflight),
    })
    expect(lines).toEqual([])
  })

  it('keep the application from starting where their own policy is wrong', async () => {
    const app = create()
    void app.register(cors, outer)
    app.get('/wrong', { config: { cors: { origins: ['nonsense'] } } }, handler)
    await expect(app.ready()).rejects.toMatchObject({
      issues: [{ code: 'origin-invalid', path: ['GET /wrong', 'config', 'cors', 'origins', 0] }],
    })
    await app.close()
  })

  it('have their preflights answered in a scope that nothing around it governs', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      (app) => {
        void app.register((scope, _, done) => {
          void scope.register(cors, outer)
          scope.get('/one', handler)
          done()
        })
        void app.register(
          (scope, _, done) => {
            void scope.register(cors, outer)
            scope.get('/', handler)
            scope.get('/two', handler)
            done()
          },
          { prefix: '/v1' },
        )
        app.get('/elsewhere', handler)
      },
      options,
    )
    for (const path of ['/one', '/v1', '/v1/', '/v1/two']) {
      expect(await exchange(url, path, { origin: appOrigin }), path).toMatchObject({
        status: 200,
        cors: outerActual,
      })
      expect(await preflight(url, path, appOrigin, 'GET'), path).toMatchObject({
        status: 204,
        cors: outerPreflight,
      })
    }
    expect(await exchange(url, '/elsewhere', { origin: appOrigin })).toMatchObject({ status: 200, cors: {} })
    expect(await preflight(url, '/elsewhere', appOrigin, 'GET')).toMatchObject({ status: 404, cors: {} })
    expect(lines).toEqual([])
  })

  it('what an onRoute hook of the application puts into their config counts', async () => {
    const url = await start(create, async (app) => {
      app.addHook('onRoute', (route) => {
        if (route.url.startsWith('/partner')) route.config = { ...route.config, cors: inner }
      })
      await app.register(cors, outer)
      app.get('/partner', handler)
    })
    expect(await exchange(url, '/partner', { origin: partner })).toMatchObject({
      status: 200,
      cors: innerActual,
    })
    expect(await preflight(url, '/partner', partner, 'GET')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
  })

  it('are governed by the scope around them without a word', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      async (app) => {
        app.get('/root', handler)
        await app.register(cors, outer)
        void app.register((scope, _, done) => {
          void scope.register(cors, inner)
          scope.get('/one', handler)
          done()
        })
      },
      options,
    )
    expect(await exchange(url, '/one', { origin: partner })).toMatchObject({ status: 200, cors: innerActual })
    expect(await preflight(url, '/one', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    expect(lines).toEqual([])
  })

  it('are not suspected where registrations are awaited', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      async (app) => {
        app.get('/root', handler)
        app.setNotFoundHandler((_, reply) => reply.code(404).send('gone'))
        await app.register(async (scope) => {
          await scope.register(cors, outer)
          scope.get('/scope', handler)
        })
      },
      options,
    )
    expect(await exchange(url, '/scope', { origin: appOrigin })).toMatchObject({
      status: 200,
      cors: outerActual,
    })
    expect(await exchange(url, '/root', { origin: appOrigin })).toMatchObject({ status: 200, cors: {} })
    expect(lines).toEqual([])
  })
})

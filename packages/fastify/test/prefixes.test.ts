import { cors } from '@cors/fastify'
import { describe, expect, it } from 'vitest'
import { exchange, preflight } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import {
  app as appOrigin,
  denied,
  inner,
  innerActual,
  innerPreflight,
  none,
  outer,
  outerActual,
  outerPreflight,
  partner,
  uncacheable,
} from './support/policies.js'
import { handler, start } from './support/start.js'

describe.each(fastifies)('%s: scopes with a prefix', (_, create) => {
  it('a route that nothing governs has its preflights for itself, also below a prefix', async () => {
    const url = await start(create, async (app) => {
      app.put('/api/*', async () => 'free')
      app.options('/api/own', async () => 'own')
      await app.register(
        async (scope) => {
          await scope.register(cors, outer)
          scope.get('/known', async () => 'ok')
        },
        { prefix: '/api' },
      )
      app.delete('/api/known', async () => 'free')
    })
    for (const [path, method] of [
      ['/api/x', 'PUT'],
      ['/api/known', 'DELETE'],
    ] as const) {
      expect(await exchange(url, path, { origin: appOrigin }, { method })).toMatchObject({
        body: 'free',
        ...none,
      })
      expect(await preflight(url, path, appOrigin, method)).toMatchObject({ status: 404, ...none })
    }
    expect(await preflight(url, '/api/own', appOrigin, 'PUT')).toMatchObject({ body: 'own', ...none })
    expect(await preflight(url, '/api/known', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: uncacheable(outerPreflight),
    })
    expect(await preflight(url, '/api/x', appOrigin, 'PATCH')).toMatchObject({
      status: 204,
      cors: uncacheable(outerPreflight),
    })
  })

  it.each([true, false])(
    'preflights of unknown paths below it are its own (root registered: %s)',
    async (hasRoot) => {
      const url = await start(create, async (app) => {
        if (hasRoot) await app.register(cors, outer)
        await app.register(
          async (scope) => {
            await scope.register(cors, inner)
            scope.get('/known', handler)
          },
          { prefix: '/v1' },
        )
      })
      for (const path of ['/v1', '/v1/', '/v1/known', '/v1/unknown', '/v1/un/known?a=b']) {
        expect(await preflight(url, path, partner, 'DELETE'), path).toMatchObject({
          status: 204,
          cors: innerPreflight,
        })
        expect(await preflight(url, path, appOrigin, 'DELETE'), path).toMatchObject(denied)
      }
      const elsewhere = hasRoot ? { status: 204, cors: outerPreflight } : { status: 404, ...none }
      for (const path of ['/', '/v', '/v10', '/v1known']) {
        expect(await preflight(url, path, appOrigin, 'GET'), path).toMatchObject(elsewhere)
      }
    },
  )

  it.each([true, false])(
    'a 404 below a prefix is governed like its preflight (root registered: %s)',
    async (isRoot) => {
      const url = await start(create, async (app) => {
        if (isRoot) await app.register(cors, outer)
        await app.register(
          async (scope) => {
            await scope.register(cors, inner)
            scope.get('/known', async () => 'ok')
          },
          { prefix: '/plain' },
        )
        await app.register(
          async (scope) => {
            await scope.register(cors, inner)
            scope.setNotFoundHandler((_, reply) => reply.code(404).send('gone'))
          },
          { prefix: '/own' },
        )
        await app.register(async (scope) => void scope.get('/elsewhere', async () => 'ok'))
      })
      for (const [path, method] of [
        ['/plain/x', 'GET'],
        ['/plain', 'GET'],
        ['/plain/known', 'DELETE'],
      ] as const) {
        expect(await exchange(url, path, { origin: partner }, { method })).toMatchObject({
          status: 404,
          cors: innerActual,
          vary: 'Origin',
        })
        expect(await exchange(url, path, { origin: appOrigin }, { method })).toMatchObject({
          status: 404,
          cors: {},
          vary: 'Origin',
        })
      }
      const root = isRoot ? { cors: outerActual, vary: 'Origin' } : { cors: {}, vary: undefined }
      expect(await exchange(url, '/plainly', { origin: appOrigin })).toMatchObject({ status: 404, ...root })
      expect(await exchange(url, '/elsewhere', { origin: appOrigin })).toMatchObject({ status: 200, ...root })
      expect(await exchange(url, '/own/x', { origin: partner })).toMatchObject({
        status: 404,
        body: 'gone',
        cors: innerActual,
      })
      expect(await exchange(url, '/own/x', { origin: appOrigin })).toMatchObject({
        status: 404,
        cors: {},
        vary: 'Origin',
      })
      expect(await preflight(url, '/own/x', partner, 'PUT')).toMatchObject({
        status: 204,
        cors: innerPreflight,
      })
    },
  )

  it('a setNotFoundHandler of its own has the policy of its scope, also for a path that the root has', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.get('/own/above', handler)
      await app.register(
        async (scope) => {
          await scope.register(cors, inner)
          scope.setNotFoundHandler((_, reply) => reply.code(404).send('gone'))
        },
        { prefix: '/own' },
      )
    })
    const put = { method: 'PUT' }
    expect(await exchange(url, '/own/above', { origin: partner }, put)).toMatchObject({
      status: 404,
      body: 'gone',
      cors: innerActual,
    })
    expect(await exchange(url, '/own/above', { origin: appOrigin }, put)).toMatchObject({ cors: {} })
    // All routes of the path are the root's.
    expect(await preflight(url, '/own/above', partner, 'PUT')).toMatchObject(denied)
    expect(await preflight(url, '/own/above', appOrigin, 'PUT')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
  })

  it('the nearest prefix wins; a scope inside without a prefix has none of its own', async () => {
    const url = await start(create, async (app) => {
      await app.register(
        async (scope) => {
          await scope.register(cors, outer)
          await scope.register(
            async (nested) => {
              await nested.register(cors, inner)
            },
            { prefix: '/nested' },
          )
          await scope.register(async (plain) => {
            await plain.register(cors, inner)
            plain.get('/plain', handler)
          })
        },
        { prefix: '/:tenant' },
      )
    })
    expect(await preflight(url, '/blue/x', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
    expect(await preflight(url, '/blue/nested/x', partner, 'GET')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
    expect(await preflight(url, '/blue/plain', partner, 'GET')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
    expect(await preflight(url, '/blue/plain', partner, 'PUT')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
    expect(await preflight(url, '/blue/plain/x', partner, 'PUT')).toMatchObject(denied)
  })

  it('where two scopes have the same prefix, neither has what is unknown', async () => {
    const url = await start(create, async (app) => {
      for (const [policy, path] of [
        [inner, '/a'],
        [outer, '/b'],
      ] as const) {
        await app.register(
          async (scope) => {
            await scope.register(cors, policy)
            scope.get(path, handler)
          },
          { prefix: '/v1' },
        )
      }
    })
    expect(await preflight(url, '/v1/a', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    expect(await preflight(url, '/v1/b', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
    expect(await preflight(url, '/v1/c', appOrigin, 'GET')).toMatchObject({ status: 404, ...none })
  })
})

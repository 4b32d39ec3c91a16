import { type CorsDecision, cors } from '@cors/fastify'
import type { FastifyInstance } from 'fastify'
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
} from './support/policies.js'
import { handler, start } from './support/start.js'

describe.each(fastifies)('%s: scopes', (_, create) => {
  it('a scope governs itself and the scopes inside of it, and nothing else', async () => {
    const url = await start(create, async (app) => {
      app.get('/root', handler)
      await app.register(async (scope) => {
        await scope.register(cors, outer)
        scope.get('/scope', handler)
        await scope.register(async (child) => {
          child.get('/child', handler)
        })
      })
      await app.register(async (sibling) => {
        sibling.get('/sibling', handler)
      })
    })
    for (const path of ['/scope', '/child']) {
      expect(await exchange(url, path, { origin: appOrigin })).toMatchObject({
        status: 200,
        cors: outerActual,
        vary: 'Origin',
      })
      expect(await preflight(url, path, appOrigin, 'GET')).toMatchObject({
        status: 204,
        cors: outerPreflight,
        body: '',
      })
    }
    for (const path of ['/root', '/sibling', '/missing']) {
      expect(await exchange(url, path, { origin: appOrigin })).toMatchObject(none)
      expect(await preflight(url, path, appOrigin, 'GET')).toMatchObject({ status: 404, ...none })
    }
  })

  it('the inner one wins, whole, and each header stands once', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.get('/outer', handler)
      await app.register(async (scope) => {
        await scope.register(cors, inner)
        scope.get('/inner', handler)
      })
    })
    expect(await exchange(url, '/outer', { origin: appOrigin })).toMatchObject({ cors: outerActual })
    expect(await exchange(url, '/outer', { origin: partner })).toMatchObject({ cors: {}, vary: 'Origin' })
    expect(await exchange(url, '/inner', { origin: partner })).toMatchObject({
      cors: innerActual,
      vary: 'Origin',
    })
    expect(await exchange(url, '/inner', { origin: appOrigin })).toMatchObject({ cors: {}, vary: 'Origin' })
    expect(await preflight(url, '/inner', partner, 'GET')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
    expect(await preflight(url, '/inner', appOrigin, 'GET')).toMatchObject(denied)
    expect(await preflight(url, '/outer', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
    expect(await preflight(url, '/outer', partner, 'GET')).toMatchObject(denied)
  })

  it('siblings are independent', async () => {
    const url = await start(create, async (app) => {
      await app.register(async (scope) => {
        await scope.register(cors, outer)
        scope.get('/one', handler)
      })
      await app.register(async (scope) => {
        await scope.register(cors, inner)
        scope.get('/two', handler)
      })
    })
    expect(await exchange(url, '/one', { origin: appOrigin })).toMatchObject({ cors: outerActual })
    expect(await exchange(url, '/two', { origin: partner })).toMatchObject({ cors: innerActual })
    expect(await preflight(url, '/one', partner, 'GET')).toMatchObject(denied)
    expect(await preflight(url, '/two', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
  })

  it.each(['the root', 'a scope'])('registering again in %s replaces', async (where) => {
    const told: CorsDecision[] = []
    const url = await start(create, async (app) => {
      const build = async (scope: FastifyInstance): Promise<void> => {
        await scope.register(cors, { policy: outer, onDecision: (decision) => told.push(decision) })
        scope.get('/before', handler)
        await scope.register(cors, { policy: inner, onDecision: (decision) => told.push(decision) })
        scope.get('/after', handler)
      }
      if (where === 'the root') await build(app)
      else await app.register(build)
    })
    for (const path of ['/before', '/after']) {
      expect(await exchange(url, path, { origin: partner })).toMatchObject({
        cors: innerActual,
        vary: 'Origin',
      })
      expect(await preflight(url, path, partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    }
    expect(told.map(({ kind }) => kind)).toEqual(['actual', 'preflight', 'actual', 'preflight'])
  })

  it('registered at the root after scopes were loaded, it governs those without a registration', async () => {
    const told: CorsDecision[] = []
    const onDecision = (decision: CorsDecision): void => void told.push(decision)
    const url = await start(create, async (app) => {
      await app.register(async (scope) => {
        await scope.register(cors, { policy: inner, onDecision })
        scope.get('/own', handler)
      })
      await app.register(async (scope) => {
        scope.get('/none', handler)
      })
      await app.register(cors, { policy: outer, onDecision })
    })
    expect(await exchange(url, '/own', { origin: partner })).toMatchObject({
      cors: innerActual,
      vary: 'Origin',
    })
    expect(await exchange(url, '/none', { origin: appOrigin })).toMatchObject({
      cors: outerActual,
      vary: 'Origin',
    })
    expect(told).toHaveLength(2)
    expect(await preflight(url, '/own', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    expect(await preflight(url, '/none', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
  })

  it('nested three deep, with the middle switched off', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      await app.register(async (middle) => {
        await middle.register(cors, { policy: false })
        middle.get('/middle', handler)
        middle.options('/middle', async () => 'own')
        await middle.register(async (deep) => {
          await deep.register(cors, inner)
          deep.get('/deep', handler)
        })
      })
    })
    expect(await exchange(url, '/middle', { origin: appOrigin })).toMatchObject({ status: 200, ...none })
    expect(await preflight(url, '/middle', appOrigin, 'GET')).toMatchObject({
      status: 200,
      body: 'own',
      ...none,
    })
    expect(await exchange(url, '/deep', { origin: partner })).toMatchObject({ cors: innerActual })
    expect(await preflight(url, '/deep', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    expect(await exchange(url, '/missing', { origin: appOrigin })).toMatchObject({
      status: 404,
      cors: outerActual,
    })
  })

  it('a method that no route has is judged by the scope of the path', async () => {
    const url = await start(create, async (app) => {
      await app.register(async (scope) => {
        await scope.register(cors, inner)
        scope.get('/things/:id', handler)
      })
    })
    expect(await preflight(url, '/things/7', partner, 'DELETE')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
    expect(await preflight(url, '/things/7', appOrigin, 'DELETE')).toMatchObject(denied)
  })

  it('what only a catch-all of another method has belongs to the root', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      await app.register(async (scope) => {
        await scope.register(cors, inner)
        scope.get('/*', handler)
      })
    })
    expect(await preflight(url, '/any', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    expect(await preflight(url, '/any', partner, 'PUT')).toMatchObject(denied)
    expect(await exchange(url, '/any', { origin: appOrigin }, { method: 'PUT' })).toMatchObject({
      status: 404,
      cors: outerActual,
    })
  })
})

import {
  type CorsDecision,
  type CorsPolicy,
  cors,
  createCorsPolicy,
  createReloadablePolicy,
} from '@cors/fastify'
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
  outerPreflight,
  partner,
  preflightVary,
  stranger,
  uncacheable,
} from './support/policies.js'
import { handler, start } from './support/start.js'

describe.each(fastifies)('%s: a route with its own policy', (_, create) => {
  it('takes a configuration, rules, a policy, a reloadable policy, options and a function in them', async () => {
    const configuration = { origins: [stranger] }
    const reloadable = createReloadablePolicy(configuration)
    const told: CorsDecision[] = []
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      const all = {
        '/configuration': configuration,
        '/rules': [configuration, { origins: '*' }],
        '/policy': createCorsPolicy(configuration),
        '/reloadable': reloadable,
        '/options': { policy: configuration, onDecision: (decision: CorsDecision) => told.push(decision) },
        '/function': { policy: () => reloadable },
      } as const
      for (const [path, own] of Object.entries(all)) app.get(path, { config: { cors: own } }, handler)
    })
    for (const path of ['/configuration', '/rules', '/policy', '/reloadable', '/options', '/function']) {
      const actual = await exchange(url, path, { origin: stranger })
      expect(actual, path).toMatchObject({ status: 200, cors: { 'access-control-allow-origin': stranger } })
      const answer = await preflight(url, path, stranger, 'GET')
      expect(answer, path).toMatchObject({ status: 204, vary: preflightVary })
      expect(answer.cors['access-control-allow-origin'], path).toBe(stranger)
      const refused = path === '/rules' ? {} : denied
      expect(await preflight(url, path, appOrigin, 'GET'), path).toMatchObject(refused)
    }
    expect(told.map(({ kind, allowed }) => `${kind} ${allowed}`)).toEqual([
      'actual true',
      'preflight true',
      'preflight false',
    ])
    reloadable.replace({ origins: [partner] })
    expect(await preflight(url, '/reloadable', stranger, 'GET')).toMatchObject(denied)
  })

  it('keeps the onDecision and vary of its scope, unless it has options of its own', async () => {
    const told: string[] = []
    const url = await start(create, async (app) => {
      const onDecision = (decision: CorsDecision, request: { url: string }): void =>
        void told.push(`${request.url} ${decision.kind}`)
      await app.register(cors, { policy: outer, vary: ['X-Tenant'], onDecision })
      app.get('/policy', { config: { cors: inner } }, handler)
      app.get('/options', { config: { cors: { policy: inner } } }, handler)
      app.get('/off', { config: { cors: false } }, handler)
    })
    expect(await exchange(url, '/policy', { origin: partner })).toMatchObject({
      cors: innerActual,
      vary: 'Origin, X-Tenant',
    })
    expect(await preflight(url, '/policy', partner, 'GET')).toMatchObject({
      cors: innerPreflight,
      vary: `${preflightVary}, X-Tenant`,
    })
    expect(await exchange(url, '/options', { origin: partner })).toMatchObject({
      cors: innerActual,
      vary: 'Origin',
    })
    expect(await exchange(url, '/off', { origin: partner })).toMatchObject(none)
    expect(told).toEqual(['/policy actual', '/policy preflight'])
  })

  it('keeps those of the last registration, where a scope is registered again', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, { policy: outer, vary: ['X-First'] })
      app.get('/', { config: { cors: inner } }, handler)
      await app.register(cors, { policy: outer, vary: ['X-Last'] })
    })
    expect(await exchange(url, '/', { origin: partner })).toMatchObject({
      cors: innerActual,
      vary: 'Origin, X-Last',
    })
    expect(await preflight(url, '/', partner, 'GET')).toMatchObject({
      cors: innerPreflight,
      vary: `${preflightVary}, X-Last`,
    })
  })

  it.each([true, false])('has what its config said when it was declared (a policy: %s)', async (isOwn) => {
    const shared: { cors?: CorsPolicy } = isOwn ? { cors: inner } : {}
    const expected = isOwn ? innerPreflight : outerPreflight
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.get('/before', { config: shared }, handler)
      shared.cors = createCorsPolicy({ origins: '*' })
      app.get('/after', { config: shared }, handler)
    })
    for (const origin of [appOrigin, partner]) {
      const actual = await exchange(url, '/before', { origin })
      const answer = await preflight(url, '/before', origin, 'GET')
      const isAllowed = expected['access-control-allow-origin'] === origin
      expect(answer).toMatchObject(isAllowed ? { status: 204, cors: expected } : denied)
      expect(actual.cors['access-control-allow-origin']).toBe(isAllowed ? origin : undefined)
    }
    expect(await preflight(url, '/after', stranger, 'GET')).toMatchObject({ status: 204 })
  })

  it('has what an onRoute hook made of it, also one that is added later', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.addHook('onRoute', (route) => {
        if (route.url === '/') route.config = { ...route.config, cors: inner }
      })
      app.get('/', { config: { cors: { origins: [stranger] } } }, handler)
    })
    expect(await exchange(url, '/', { origin: partner })).toMatchObject({ cors: innerActual })
    expect(await preflight(url, '/', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    expect(await preflight(url, '/', stranger, 'GET')).toMatchObject(denied)
  })

  it('false: no CORS header, and a preflight reaches the application', async () => {
    const ran: string[] = []
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      const byHand = async (
        _: unknown,
        reply: { header(name: string, value: string): unknown },
      ): Promise<string> => {
        reply.header('access-control-allow-origin', 'https://by.hand')
        return 'by hand'
      }
      app.get('/off', { config: { cors: false } }, byHand)
      app.options('/off', { config: { cors: false } }, async () => {
        ran.push('options')
        return 'own'
      })
      app.get('/lonely', { config: { cors: false } }, handler)
    })
    expect(await exchange(url, '/off', { origin: appOrigin })).toMatchObject({
      cors: { 'access-control-allow-origin': 'https://by.hand' },
      vary: undefined,
    })
    expect(await preflight(url, '/off', appOrigin, 'GET')).toMatchObject({
      status: 200,
      body: 'own',
      ...none,
    })
    expect(await preflight(url, '/lonely', appOrigin, 'GET')).toMatchObject({
      status: 404,
      body: JSON.stringify({
        message: 'Route OPTIONS:/lonely not found',
        error: 'Not Found',
        statusCode: 404,
      }),
      ...none,
    })
    expect(ran).toEqual(['options'])
  })

  it('several methods in one route, and in all', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.route({ method: ['GET', 'PUT'], url: '/two', config: { cors: inner }, handler })
      app.all('/all', { config: { cors: inner } }, handler)
    })
    for (const path of ['/two', '/all']) {
      for (const method of ['GET', 'PUT', 'HEAD']) {
        expect(await preflight(url, path, partner, method)).toMatchObject({
          status: 204,
          cors: innerPreflight,
        })
        expect(await preflight(url, path, appOrigin, method)).toMatchObject(denied)
      }
    }
    expect(await preflight(url, '/two', appOrigin, 'DELETE')).toMatchObject({
      status: 204,
      cors: uncacheable(outerPreflight),
    })
    expect(await exchange(url, '/all', { origin: partner }, { method: 'OPTIONS' })).toMatchObject({
      status: 200,
      cors: innerActual,
    })
  })

  it.each([true, false])(
    "HEAD means GET's route unless HEAD has one (exposeHeadRoutes: %s)",
    async (exposeHeadRoutes) => {
      const url = await start(
        create,
        async (app) => {
          await app.register(cors, outer)
          app.get('/get', { config: { cors: inner } }, handler)
          app.head('/both', { config: { cors: inner } }, handler)
          app.get('/both', handler)
        },
        { exposeHeadRoutes },
      )
      expect(await preflight(url, '/get', partner, 'HEAD')).toMatchObject({
        status: 204,
        cors: innerPreflight,
      })
      expect(await preflight(url, '/get', appOrigin, 'HEAD')).toMatchObject(denied)
      expect(await preflight(url, '/both', partner, 'HEAD')).toMatchObject({
        status: 204,
        cors: uncacheable(innerPreflight),
      })
      expect(await preflight(url, '/both', appOrigin, 'GET')).toMatchObject({
        status: 204,
        cors: uncacheable(outerPreflight),
      })
      const head = await exchange(url, '/both', { origin: partner }, { method: 'HEAD' })
      expect(head).toMatchObject({ status: 200, cors: innerActual })
      if (exposeHeadRoutes) {
        expect(await exchange(url, '/get', { origin: partner }, { method: 'HEAD' })).toMatchObject({
          cors: innerActual,
        })
      }
    },
  )
})

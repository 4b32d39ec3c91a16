import { cors } from '@cors/fastify'
import type { FastifyServerOptions } from 'fastify'
import { describe, expect, it } from 'vitest'
import { exchange, preflight } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import {
  app as appOrigin,
  denied,
  inner,
  innerActual,
  innerPreflight,
  outer,
  outerActual,
  outerPreflight,
  partner,
  stranger,
  uncacheable,
} from './support/policies.js'
import { handler, start } from './support/start.js'

describe.each(fastifies)('%s: finding the route that a preflight asks about', (name, create) => {
  it('hosts: the route for the host, then the one for any', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, { origins: [stranger] })
      app.get('/', { constraints: { host: 'one.example' }, config: { cors: inner } }, handler)
      app.get('/', { constraints: { host: /^two\./g }, config: { cors: outer } }, handler)
      app.get('/', handler)
      app.get('/one', { constraints: { host: 'one.example' }, config: { cors: inner } }, handler)
    })
    for (let turn = 0; turn < 2; turn++) {
      expect(await preflight(url, '/', partner, 'GET', { host: 'one.example' })).toMatchObject({
        cors: innerPreflight,
      })
      expect(await preflight(url, '/', appOrigin, 'GET', { host: 'two.example' })).toMatchObject({
        cors: outerPreflight,
      })
      expect(await preflight(url, '/', partner, 'GET', { host: 'two.example' })).toMatchObject(denied)
      expect(await preflight(url, '/', stranger, 'GET', { host: 'three.example' })).toMatchObject({
        status: 204,
      })
    }
    expect(await preflight(url, '/one', partner, 'GET', { host: 'one.example' })).toMatchObject({
      cors: innerPreflight,
    })
    expect(await preflight(url, '/one', partner, 'GET')).toMatchObject(denied)
    expect(await preflight(url, '/one', stranger, 'GET')).toMatchObject({ status: 204 })
  })

  it('where a version tells routes apart, the scope decides: a preflight has no version', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.get('/', { constraints: { version: '1.0.0' }, config: { cors: inner } }, handler)
      app.get('/mixed', handler)
      app.get('/mixed', { constraints: { version: '2.0.0' }, config: { cors: inner } }, handler)
    })
    for (const path of ['/', '/mixed']) {
      expect(await preflight(url, path, appOrigin, 'GET'), path).toMatchObject({
        status: 204,
        cors: uncacheable(outerPreflight),
      })
      expect(await preflight(url, path, partner, 'GET'), path).toMatchObject(denied)
    }
    expect(await exchange(url, '/', { origin: partner, 'accept-version': '1.x' })).toMatchObject({
      status: 200,
      cors: innerActual,
    })
    expect(await exchange(url, '/mixed', { origin: appOrigin })).toMatchObject({
      status: 200,
      cors: outerActual,
    })
  })

  it('where a constraint of the application tells routes apart, the scope decides', async () => {
    const url = await start(create, async (app) => {
      app.addConstraintStrategy({
        name: 'tenant',
        storage: () => {
          const values = new Map<unknown, never>()
          return {
            get: (value) => values.get(value) ?? null,
            set: (value, bits) => void values.set(value, bits as never),
          }
        },
        deriveConstraint: (request) => request.headers['x-tenant'],
      })
      await app.register(cors, outer)
      app.get('/', { constraints: { tenant: 'blue' }, config: { cors: inner } }, handler)
    })
    expect(await preflight(url, '/', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: uncacheable(outerPreflight),
    })
    expect(await exchange(url, '/', { origin: partner, 'x-tenant': 'blue' })).toMatchObject({
      status: 200,
      cors: innerActual,
    })
  })

  it('where the router takes nobody without a constraint, the scope answers all the same', async () => {
    const url = await start(create, async (app) => {
      app.addConstraintStrategy({
        name: 'region',
        mustMatchWhenDerived: true,
        storage: () => {
          const values = new Map<unknown, never>()
          return {
            get: (value) => values.get(value) ?? null,
            set: (value, bits) => void values.set(value, bits as never),
          }
        },
        deriveConstraint: () => 'here',
      })
      await app.register(
        async (scope) => {
          await scope.register(cors, outer)
          scope.put('/', { constraints: { region: 'here' } }, handler)
        },
        { prefix: '/scope' },
      )
      app.put('/', { constraints: { region: 'here' } }, handler)
    })
    expect(await preflight(url, '/scope', appOrigin, 'PUT')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
    expect(await preflight(url, '/', appOrigin, 'PUT')).toMatchObject({ status: 404, cors: {} })
  })

  it.each([
    ['case', { caseSensitive: false }, ['/Path', '/path', '/PATH']],
    ['trailing slashes', { ignoreTrailingSlash: true }, ['/Path', '/Path/']],
    ['duplicate slashes', { ignoreDuplicateSlashes: true }, ['/Path', '//Path']],
    ['escapes and queries', {}, ['/Path', '/%50ath', '/Path?a=/b', '/Path#c']],
    ['semicolons', { useSemicolonDelimiter: true }, ['/Path', '/Path;a=b']],
  ])('%s mean for a preflight what they mean for the request', async (_, options, paths) => {
    const url = await start(
      create,
      async (app) => {
        await app.register(cors, outer)
        app.get('/Path', { config: { cors: inner } }, handler)
      },
      name === 'Fastify 5.0' ? options : ({ routerOptions: options } as FastifyServerOptions),
    )
    for (const path of paths) {
      expect(await exchange(url, path, { origin: partner }), path).toMatchObject({
        status: 200,
        cors: innerActual,
      })
      expect(await preflight(url, path, partner, 'GET'), path).toMatchObject({
        status: 204,
        cors: innerPreflight,
      })
    }
  })

  it('rewriteUrl', async () => {
    const url = await start(
      create,
      async (app) => {
        await app.register(cors, outer)
        app.get('/new', { config: { cors: inner } }, handler)
      },
      { rewriteUrl: ({ url: from = '' }) => from.replace('/old', '/new') },
    )
    expect(await exchange(url, '/old', { origin: partner })).toMatchObject({ status: 200, cors: innerActual })
    expect(await preflight(url, '/old', partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
  })

  it('absolute request targets, and the asterisk', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      app.get('/x', { config: { cors: inner } }, handler)
    })
    expect(await preflight(url, 'http://any.example/x', partner, 'GET')).toMatchObject({
      status: 204,
      cors: innerPreflight,
    })
    expect(await preflight(url, '*', appOrigin, 'GET')).toMatchObject({ status: 204, cors: outerPreflight })
  })
})

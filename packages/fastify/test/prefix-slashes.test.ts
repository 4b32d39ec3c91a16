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
  outer,
  outerPreflight,
  partner,
  uncacheable,
} from './support/policies.js'
import { handler, start } from './support/start.js'

describe.each(fastifies)('%s: a prefix, and a slash behind it', (_, create) => {
  it.each([
    ['/', undefined, { '/v1': true, '/v1/': true }],
    ['/', 'both', { '/v1': true, '/v1/': true }],
    ['/', 'slash', { '/v1': false, '/v1/': true }],
    ['/', 'no-slash', { '/v1': true, '/v1/': false }],
    ['', undefined, { '/v1': true, '/v1/': false }],
  ] as const)('a route at %j, prefixTrailingSlash %s', async (path, prefixTrailingSlash, expected) => {
    const url = await start(create, async (app) => {
      await app.register(cors, outer)
      await app.register(
        async (scope) => {
          scope.route({
            method: 'GET',
            url: path,
            config: { cors: inner },
            handler,
            ...(prefixTrailingSlash === undefined ? {} : { prefixTrailingSlash }),
          })
        },
        { prefix: '/v1' },
      )
    })
    for (const [at, exists] of Object.entries(expected)) {
      expect(await exchange(url, at, { origin: partner }), at).toMatchObject(
        exists ? { status: 200, cors: innerActual } : { status: 404, cors: {} },
      )
      expect(await preflight(url, at, partner, 'GET'), at).toMatchObject(
        exists ? { status: 204, cors: innerPreflight } : denied,
      )
      expect(await preflight(url, at, partner, 'HEAD'), at).toMatchObject(
        exists ? { status: 204, cors: innerPreflight } : denied,
      )
      // No route has PUT: the scope around answers, but where GET has another policy its answer must not be kept.
      expect(await preflight(url, at, appOrigin, 'PUT'), at).toMatchObject({
        status: 204,
        cors: exists ? uncacheable(outerPreflight) : outerPreflight,
      })
    }
  })

  it('a route at "" does not answer for one at "/" that is declared beside it', async () => {
    const url = await start(create, async (app) => {
      await app.register(cors, { policy: false })
      await app.register(
        async (scope) => {
          scope.put('', { config: { cors: outer } }, handler)
          scope.route({
            method: 'PUT',
            url: '/',
            prefixTrailingSlash: 'slash',
            config: { cors: inner },
            handler,
          })
        },
        { prefix: '/v1' },
      )
    })
    expect(await preflight(url, '/v1', appOrigin, 'PUT')).toMatchObject({ status: 204, cors: outerPreflight })
    expect(await preflight(url, '/v1/', appOrigin, 'PUT')).toMatchObject(denied)
    expect(await exchange(url, '/v1/', { origin: partner }, { method: 'PUT' })).toMatchObject({
      status: 200,
      cors: innerActual,
    })
  })

  it('ignoreTrailingSlash, which makes the two one', async () => {
    const url = await start(
      create,
      async (app) => {
        await app.register(cors, outer)
        await app.register(
          async (scope) => {
            scope.get('/', { config: { cors: inner } }, handler)
          },
          { prefix: '/v1' },
        )
      },
      { ignoreTrailingSlash: true },
    )
    for (const path of ['/v1', '/v1/']) {
      expect(await exchange(url, path, { origin: partner })).toMatchObject({ status: 200, cors: innerActual })
      expect(await preflight(url, path, partner, 'GET')).toMatchObject({ status: 204, cors: innerPreflight })
    }
  })
})

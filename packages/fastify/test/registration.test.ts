import { CorsConfigError, cors, createCorsPolicy, createReloadablePolicy } from '@cors/fastify'
import fastifyPlugin from 'fastify-plugin'
import { describe, expect, it } from 'vitest'
import { fastifies } from './support/fastifies.js'
import { app as appOrigin, inner, outer, partner } from './support/policies.js'

const handler = async (): Promise<string> => 'ok'
const untyped = (options: unknown): { origins: '*' } => options as { origins: '*' }

describe.each(fastifies)('%s: registration', (_, create) => {
  const allowOrigin = async (options: unknown, origin = appOrigin): Promise<unknown> => {
    const app = create()
    await app.register(cors, untyped(options))
    app.get('/', handler)
    const response = await app.inject({ url: '/', headers: { origin } })
    await app.close()
    return response.headers['access-control-allow-origin']
  }

  it.each([
    ['a configuration', { origins: [appOrigin] }],
    ['a policy', outer],
    ['a reloadable policy', createReloadablePolicy({ origins: [appOrigin] })],
    ['an array of rules', [{ origins: [partner] }, { origins: [appOrigin] }]],
    ['a configuration in options', { policy: { origins: [appOrigin] } }],
    ['rules in options', { policy: [{ origins: [appOrigin] }] }],
    ['a policy in options', { policy: outer }],
    ['a function in options', { policy: () => outer }],
    [
      'an async function in options',
      { policy: async () => outer, samePolicyForAllMethods: true, vary: ['X-Tenant'] },
    ],
    [
      "Fastify's own options beside a configuration",
      { origins: [appOrigin], prefix: '/v1', logLevel: 'warn', logSerializers: {} },
    ],
    [
      "Fastify's own options beside options",
      { policy: outer, prefix: '/v1', logLevel: 'warn', logSerializers: {} },
    ],
    // Fastify calls a function with the instance, and takes what it returns.
    ['a function that returns a configuration', () => ({ origins: [appOrigin] })],
    ['a function that returns a policy', () => outer],
  ])('takes %s', async (_, options) => {
    expect(await allowOrigin(options)).toBe(appOrigin)
    expect(await allowOrigin(options, 'https://stranger.example')).toBeUndefined()
  })

  it('takes false in options', async () => {
    expect(await allowOrigin({ policy: false })).toBeUndefined()
  })

  it.each([
    ['nothing', undefined, 'origins-missing', ['origins']],
    ['an empty configuration', {}, 'origins-missing', ['origins']],
    ['another name', { origins: '*', origin: '*' }, 'unknown-option', ['origin']],
    ['an unknown option beside policy', { policy: outer, maxAge: 1 }, 'unknown-option', ['maxAge']],
    ['a bad origin', { origins: ['https://app.example/'] }, 'origin-not-canonical', ['origins', 0]],
    ['a bad origin in options', { policy: { origins: ['x'] } }, 'origin-invalid', ['policy', 'origins', 0]],
    [
      'everybody with credentials',
      { origins: '*', credentials: true },
      'origin-any-with-credentials',
      ['origins'],
    ],
    ["Fastify's own options alone", { prefix: '/v1' }, 'origins-missing', ['origins']],
  ])('refuses %s before the application is ready', async (_, options, code, path) => {
    const app = create()
    const error = await app.register(cors, untyped(options)).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(CorsConfigError)
    expect((error as CorsConfigError).issues).toEqual([expect.objectContaining({ code, path })])
    // Not awaited, it is `ready` and `listen` that reject.
    const unawaited = create()
    void unawaited.register(cors, untyped(options))
    await expect(unawaited.listen({ port: 0 })).rejects.toBeInstanceOf(CorsConfigError)
  })

  it("a mistake in a route's own policy fails start-up and names the route", async () => {
    const app = create()
    await app.register(cors, outer)
    const declare = (): unknown =>
      app.route({
        method: ['GET', 'PUT'],
        url: '/own/:id',
        config: { cors: { origins: ['https://a.example', 'nonsense'] } },
        handler,
      })
    expect(declare).toThrow(CorsConfigError)
    expect(declare).toThrow('GET,PUT /own/:id.config.cors.origins[1]')
    await expect(
      app.register(
        async (scope) => {
          scope.get('/', { config: { cors: { policy: { origins: [] } } } }, handler)
        },
        { prefix: '/v1' },
      ),
    ).rejects.toMatchObject({
      issues: [{ code: 'origins-missing', path: ['GET /v1', 'config', 'cors', 'policy', 'origins'] }],
    })
  })

  it('has a name, and is known by it', async () => {
    const app = create()
    expect(app.hasPlugin('@cors/fastify')).toBe(false)
    await app.register(cors, outer)
    expect(app.hasPlugin('@cors/fastify')).toBe(true)
    const dependent = fastifyPlugin(async () => {}, { name: 'dependent', dependencies: ['@cors/fastify'] })
    await app.register(dependent)
  })

  it('a policy can be replaced while requests are served', async () => {
    const policy = createReloadablePolicy({ origins: [appOrigin] })
    const app = create()
    await app.register(cors, policy)
    app.get('/', handler)
    const ask = async (): Promise<unknown> => {
      const { headers } = await app.inject({ url: '/', headers: { origin: partner } })
      return headers['access-control-allow-origin']
    }
    expect(await ask()).toBeUndefined()
    policy.replace({ origins: [partner] })
    expect(await ask()).toBe(partner)
  })

  it('one policy object for a scope and a route is one policy: the answer may be kept', async () => {
    const app = create()
    await app.register(cors, outer)
    app.get('/', { config: { cors: outer } }, handler)
    app.put('/', handler)
    const headers = { origin: appOrigin, 'access-control-request-method': 'PUT' }
    const response = await app.inject({ method: 'OPTIONS', url: '/', headers })
    expect(response.headers['access-control-max-age']).toBe('600')
  })

  it('a function that looks at the host only keeps its maxAge', async () => {
    for (const samePolicyForAllMethods of [true, false]) {
      const app = create()
      const policy = createCorsPolicy({ origins: [appOrigin], maxAge: 600 })
      await app.register(cors, { policy: () => policy, samePolicyForAllMethods })
      const headers = { origin: appOrigin, 'access-control-request-method': 'GET' }
      const response = await app.inject({ method: 'OPTIONS', url: '/', headers })
      expect(response.headers['access-control-max-age']).toBe(samePolicyForAllMethods ? '600' : '0')
    }
  })

  it('a function in the options of a route, in a scope that has none', async () => {
    const app = create()
    await app.register(async (scope) => {
      await scope.register(cors, outer)
      scope.get(
        '/',
        { config: { cors: { policy: ({ headers }) => headers['x-off'] === undefined && inner } } },
        handler,
      )
    })
    const headers = { origin: partner, 'access-control-request-method': 'GET' }
    const on = await app.inject({ method: 'OPTIONS', url: '/', headers })
    expect(on).toMatchObject({ statusCode: 204, headers: { 'access-control-allow-origin': partner } })
    const off = await app.inject({ method: 'OPTIONS', url: '/', headers: { ...headers, 'x-off': '' } })
    expect(off.statusCode).toBe(404)
    expect(off.headers).toMatchObject({ vary: 'Origin' })
    expect(off.headers).not.toHaveProperty('access-control-allow-origin')
  })
})

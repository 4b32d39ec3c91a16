import { type CorsPolicy, cors, createCorsPolicy } from '@cors/fastify'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { exchange, preflight } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import { recordingLogger } from './support/log.js'
import { app as appOrigin, inner, outer, outerActual, outerPreflight } from './support/policies.js'
import { handler, start } from './support/start.js'

/** What a policy function can do wrong. */
const failing: Readonly<Record<string, () => CorsPolicy>> = {
  'throws an error': () => {
    throw new Error('failed')
  },
  'throws undefined': () => {
    throw undefined
  },
  'rejects with a text': (): never => Promise.reject('failed') as never,
  'returns no policy': () => ({}) as CorsPolicy,
}

describe.each(fastifies)('%s: failures', (_, create) => {
  describe.each(Object.entries(failing))('a policy function that %s', (_, policy) => {
    it.each([false, true])("is the framework's server error (hidden routes: %s)", async (isRouted) => {
      let runs = 0
      const url = await start(create, async (app) => {
        await app.register(cors, { policy, vary: ['X-Tenant'] })
        const count = async (): Promise<string> => `${runs++}`
        app.get('/', count)
        app.options('/', count)
        if (isRouted) app.get('/own', { config: { cors: inner } }, handler)
      })
      const expected = { status: 500, cors: {}, vary: 'Origin, X-Tenant' }
      expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject(expected)
      expect(await exchange(url, '/')).toMatchObject(expected)
      expect(await exchange(url, '/missing', { origin: appOrigin })).toMatchObject(expected)
      expect(await preflight(url, '/', appOrigin, 'GET')).toMatchObject(expected)
      expect(await preflight(url, '/missing', appOrigin, 'GET')).toMatchObject(expected)
      expect(runs).toBe(0)
    })

    it("goes through the scope's error handler, also where an earlier hook ended the request", async () => {
      const url = await start(create, async (app) => {
        app.addHook('onRequest', async (request, reply) =>
          request.url === '/early' ? reply.code(401).send('who?') : undefined,
        )
        await app.register(async (scope) => {
          await scope.register(cors, { policy })
          scope.setErrorHandler((_, __, reply) => reply.code(503).send('handled'))
          scope.get('/', handler)
          scope.get('/early', handler)
        })
      })
      const handled = { status: 503, body: 'handled', cors: {}, vary: 'Origin' }
      expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject(handled)
      expect(await preflight(url, '/', appOrigin, 'GET')).toMatchObject(handled)
      const early = await exchange(url, '/early', { origin: appOrigin })
      expect(early).toMatchObject({ cors: {}, vary: 'Origin' })
      expect(early.status).toBeGreaterThanOrEqual(500)
    })
  })

  it('a failed lookup is logged, denies, and keeps the rest going', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      async (app) => {
        await app.register(cors, { origins: [async () => Promise.reject(new Error('no database'))] })
        app.get('/', handler)
      },
      options,
    )
    expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject({
      status: 200,
      body: 'ok',
      cors: {},
      vary: '*',
    })
    expect(await preflight(url, '/', appOrigin, 'GET')).toMatchObject({
      status: 503,
      body: '',
      cors: {},
      vary: '*',
    })
    expect(lines.map(({ level, err }) => `${level} ${err?.message}`)).toEqual([
      '50 no database',
      '50 no database',
    ])
  })

  it.each([true, false])(
    'what onDecision throws is logged and changes no response (rejects: %s)',
    async (isAsync) => {
      const { lines, options } = recordingLogger()
      const url = await start(
        create,
        async (app) => {
          await app.register(cors, {
            policy: outer,
            onDecision: () => {
              if (isAsync) return Promise.reject(new Error('no metrics')) as never
              throw new Error('no metrics')
            },
          })
          app.get('/', handler)
        },
        options,
      )
      expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject({
        status: 200,
        cors: outerActual,
      })
      expect(await preflight(url, '/', appOrigin, 'GET')).toMatchObject({ status: 204, cors: outerPreflight })
      expect(lines.map(({ level, err }) => `${level} ${err?.message}`)).toEqual([
        '50 no metrics',
        '50 no metrics',
      ])
    },
  )

  it('a lookup that waits: order is kept, and the request goes on after it', async () => {
    const ran: string[] = []
    const url = await start(create, async (app) => {
      const lookup = async (): Promise<boolean> => {
        await new Promise(setImmediate)
        ran.push('lookup')
        return true
      }
      await app.register(cors, { policy: createCorsPolicy({ origins: [lookup], methods: ['PUT'] }) })
      app.addHook('onRequest', async () => void ran.push('later hook'))
      app.get('/', async () => ran.push('handler'))
    })
    expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject({
      status: 200,
      cors: outerActual,
      vary: 'Origin',
    })
    expect(ran).toEqual(['lookup', 'later hook', 'handler'])
    expect(await preflight(url, '/', appOrigin, 'PUT')).toMatchObject({ status: 204, body: '' })
    expect(ran).toEqual(['lookup', 'later hook', 'handler', 'lookup'])
  })
})

describe.each(fastifies)('%s: a header of an earlier hook that cannot be sent', (_, create) => {
  it.each([
    ['at once', outer],
    ['after a lookup', createCorsPolicy({ origins: [async () => true] })],
  ])('is a server error, also for a preflight answered %s', async (_, policy) => {
    const url = await start(create, async (app) => {
      app.addHook('onRequest', async (_, reply) => void reply.header('x-bad', 'a\nb'))
      await app.register(cors, policy)
      app.get('/', handler)
    })
    expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject({ status: 500, cors: outerActual })
    expect(await preflight(url, '/', appOrigin, 'GET')).toMatchObject({ status: 500, cors: {} })
  })
})

// `handlerTimeout` is newer than 5.0.
describe('a timeout of Fastify while a lookup is asked', () => {
  it('answers without CORS headers, and nothing is written after it', async () => {
    let finish = (_: boolean): void => {}
    const url = await start(fastify, async (app) => {
      await app.register(cors, { origins: [() => new Promise<boolean>((resolve) => (finish = resolve))] })
      app.get('/', { handlerTimeout: 20 }, handler)
    })
    expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject({
      status: 503,
      cors: {},
      vary: 'Origin',
    })
    finish(true)
    await new Promise(setImmediate)
  })
})

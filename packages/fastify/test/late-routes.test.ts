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
} from './support/policies.js'
import { start } from './support/start.js'

const handler = async (): Promise<string> => 'ok'

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

  // Fastify tells no plugin about them. README: "await app.register".
  it('their own policy holds for requests, not for preflights, and is reported once as an error', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      (app) => {
        void app.register(cors, outer)
        app.get('/own', { config: { cors: inner } }, handler)
        app.get('/off', { config: { cors: false } }, handler)
        app.get('/wrong', { config: { cors: { origins: ['nonsense'] } } }, handler)
      },
      options,
    )
    for (let turn = 0; turn < 2; turn++) {
      expect(await exchange(url, '/own', { origin: partner })).toMatchObject({
        status: 200,
        cors: innerActual,
      })
      expect(await exchange(url, '/off', { origin: appOrigin })).toMatchObject({
        status: 200,
        cors: {},
        vary: undefined,
      })
      expect(await exchange(url, '/wrong', { origin: appOrigin })).toMatchObject({
        status: 200,
        cors: {},
        vary: undefined,
      })
      expect(await preflight(url, '/own', appOrigin, 'GET')).toMatchObject({
        status: 204,
        cors: outerPreflight,
      })
    }
    expect(lines.map(({ level, msg }) => `${level} ${/GET \/\w+/.exec(msg)?.[0]}`)).toEqual([
      '50 GET /own',
      '50 GET /off',
      '50 GET /wrong',
      '50 GET /wrong',
    ])
    expect(lines[0]?.msg).toContain('await app.register(cors, …)')
  })

  it('in a scope that nothing around it governs, unanswered preflights are reported once as an error', async () => {
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      (app) => {
        void app.register((scope, _, done) => {
          void scope.register(cors, outer)
          scope.get('/one', handler)
          scope.get('/two', handler)
          done()
        })
        void app.register(
          (scope, _, done) => {
            void scope.register(cors, outer)
            scope.get('/three', handler)
            done()
          },
          { prefix: '/v1' },
        )
      },
      options,
    )
    for (const path of ['/v1/three', '/one', '/two']) {
      expect(await exchange(url, path, { origin: appOrigin })).toMatchObject({
        status: 200,
        cors: outerActual,
      })
    }
    expect(await preflight(url, '/one', appOrigin, 'GET')).toMatchObject({ status: 404, cors: {} })
    expect(await preflight(url, '/v1/three', appOrigin, 'GET')).toMatchObject({
      status: 204,
      cors: outerPreflight,
    })
    expect(lines.map(({ level, msg }) => `${level} ${/GET \/\w+/.exec(msg)?.[0]}`)).toEqual(['50 GET /one'])
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

import { type CorsDecision, cors } from '@cors/fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { exchange, preflight } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import {
  app as appOrigin,
  inner,
  innerActual,
  innerPreflight,
  outer,
  outerActual,
  outerPreflight,
  partner,
  stranger,
} from './support/policies.js'
import { handler, start } from './support/start.js'

/** Each way in which a hook can end a request. */
const endings: Readonly<
  Record<string, (request: FastifyRequest, reply: FastifyReply, done: () => void) => unknown>
> = {
  'by sending': (_, reply) => void reply.code(401).send('who?'),
  'by sending later': (_, reply) => void setImmediate(() => reply.code(401).send('who?')),
  'by throwing a status': (_, __, done: (error?: Error) => void) =>
    done(Object.assign(new Error('who?'), { statusCode: 401 })),
  'by an empty answer': (_, reply) => void reply.code(401).send(),
}

describe.each(fastifies)('%s: hooks', (_, create) => {
  describe.each(Object.entries(endings))('a hook added before that ends the request %s', (_, end) => {
    it.each(['the same scope', 'an enclosing scope'])('in %s', async (where) => {
      const told: CorsDecision[] = []
      const url = await start(create, async (app) => {
        app.addHook('onRequest', end as never)
        const options = { policy: outer, onDecision: (decision: CorsDecision) => told.push(decision) }
        if (where === 'the same scope') {
          await app.register(cors, options)
          app.get('/', handler)
        } else {
          await app.register(async (scope) => {
            await scope.register(cors, options)
            scope.get('/', handler)
          })
        }
      })
      expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject({
        status: 401,
        cors: outerActual,
        vary: 'Origin',
      })
      expect(await exchange(url, '/', { origin: stranger })).toMatchObject({
        status: 401,
        cors: {},
        vary: 'Origin',
      })
      expect(await exchange(url, '/')).toMatchObject({ status: 401, cors: {}, vary: 'Origin' })
      expect(await preflight(url, '/', appOrigin, 'GET')).toMatchObject({
        status: 401,
        cors: outerActual,
        vary: 'Origin',
      })
      expect(told.map(({ kind }) => kind)).toEqual(['actual', 'actual', 'actual'])
    })
  })

  it('the answer of an earlier hook has the policy of the route', async () => {
    const url = await start(create, async (app) => {
      app.addHook('onRequest', endings['by sending'] as never)
      await app.register(cors, outer)
      app.put('/own', { config: { cors: inner } }, handler)
      app.put('/off', { config: { cors: false } }, handler)
    })
    expect(await exchange(url, '/own', { origin: partner }, { method: 'PUT' })).toMatchObject({
      status: 401,
      cors: innerActual,
    })
    expect(await preflight(url, '/own', partner, 'PUT')).toMatchObject({ status: 401, cors: innerActual })
    expect(await preflight(url, '/off', appOrigin, 'PUT')).toMatchObject({
      status: 401,
      cors: {},
      vary: undefined,
    })
  })

  it.each([false, true])(
    'a preflight runs what was added before, and nothing else (hidden routes: %s)',
    async (isRouted) => {
      const ran: string[] = []
      const note = (name: string) => async (): Promise<void> => void ran.push(name)
      const url = await start(create, async (app) => {
        app.addHook('onRequest', note('before'))
        app.addHook(
          'onRequest',
          async (_, reply) => void reply.headers({ 'x-before': 'set', vary: 'Accept-Encoding' }),
        )
        await app.register(cors, outer)
        app.addHook('onRequest', note('onRequest'))
        app.addHook('preParsing', note('preParsing'))
        app.addHook('preValidation', note('preValidation'))
        app.addHook('preHandler', note('preHandler'))
        app.addHook('onSend', note('onSend'))
        app.addHook('onResponse', note('onResponse'))
        app.setNotFoundHandler(note('not found'))
        app.get('/', note('handler'))
        app.options('/', note('options'))
        if (isRouted) app.get('/own', { config: { cors: inner } }, note('handler'))
      })
      for (const [path, origin, cors] of [
        ['/', appOrigin, outerPreflight],
        ['/missing', appOrigin, outerPreflight],
        ['/own', partner, isRouted ? innerPreflight : {}],
      ] as const) {
        ran.length = 0
        const answer = await preflight(url, path, origin, 'GET')
        expect(answer.cors, path).toEqual(cors)
        expect(answer.vary).toBe('Accept-Encoding, Origin, Access-Control-Request-Method')
        expect(answer.headers).toMatchObject({ 'x-before': 'set' })
        // Fastify calls this one for every response, after it was sent.
        expect(
          ran.filter((name) => name !== 'onResponse'),
          path,
        ).toEqual(['before'])
      }
    },
  )

  it('the decision is taken before authentication and parsing, once', async () => {
    const told: string[] = []
    const url = await start(create, async (app) => {
      await app.register(cors, {
        policy: outer,
        onDecision: ({ reason }, { method }) => void told.push(`${method} ${reason}`),
      })
      app.addHook('onRequest', async (_, reply) => {
        told.push('authentication')
        return reply.code(401).send()
      })
      app.post('/', handler)
    })
    await exchange(url, '/', { origin: appOrigin }, { method: 'POST' })
    await exchange(url, '/', { origin: stranger }, { method: 'POST' })
    await preflight(url, '/', appOrigin, 'POST')
    await exchange(url, '/missing', { origin: 'null' })
    await exchange(url, '/')
    expect(told).toEqual([
      'POST origin-exact',
      'authentication',
      'POST origin-not-listed',
      'authentication',
      'OPTIONS origin-exact',
      'GET origin-opaque',
      'authentication',
      'authentication',
    ])
  })

  it('hooks added before see and log preflights as other requests', async () => {
    const done: number[] = []
    const url = await start(create, async (app) => {
      app.addHook('onResponse', async (_, reply) => void done.push(reply.statusCode))
      await app.register(cors, outer)
      app.get('/own', { config: { cors: inner } }, handler)
    })
    await preflight(url, '/own', partner, 'GET')
    await preflight(url, '/own', stranger, 'GET')
    await exchange(url, '/own')
    expect(done).toEqual([204, 403, 200])
  })
})

import { setImmediate } from 'node:timers/promises'
import { cors } from '@cors/fastify'
import { describe, expect, it, vi } from 'vitest'
import { AbandonedRequest } from '../../../tooling/abandoned-request.js'
import { exchange } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import { recordingLogger } from './support/log.js'
import { app as appOrigin, outer, outerActual } from './support/policies.js'
import { start } from './support/start.js'

describe.each(fastifies)('%s: while the policy is waited for', (_, create) => {
  it('nothing of the request body is lost', async () => {
    const slowly = async () => {
      for (let turn = 0; turn < 5; turn++) await setImmediate()
      return outer
    }
    const url = await start(create, async (app) => {
      await app.register(cors, { policy: slowly })
      app.addContentTypeParser('text/lines', { parseAs: 'string' }, (_request, body, done) =>
        done(null, body),
      )
      app.post('/parsed', async ({ body }) => String(body))
      app.addContentTypeParser('text/stream', (_request, payload, done) => done(null, payload))
      app.post('/piped', (request, reply) => reply.send(request.body))
    })
    const body = 'x'.repeat(300_000)
    for (const [path, type] of [
      ['/parsed', 'text/lines'],
      ['/piped', 'text/stream'],
    ] as const) {
      const headers = { origin: appOrigin, 'content-type': type, 'content-length': String(body.length) }
      expect(await exchange(url, path, headers, { method: 'POST', body })).toMatchObject({
        status: 200,
        cors: outerActual,
        body,
      })
    }
  })

  it.each(['GET', 'OPTIONS'])('the client of a %s request may go away', async (method) => {
    const abandoned = new AbandonedRequest()
    const decided = vi.fn()
    const { lines, options } = recordingLogger()
    const url = await start(
      create,
      async (app) => {
        app.addHook('onRequest', async ({ raw }) => abandoned.noteSocket(raw.socket))
        await app.register(cors, { policy: { origins: [abandoned.lookup] }, onDecision: decided })
        app.get('/', async () => 'page')
      },
      options,
    )
    await abandoned.send(url, method, appOrigin)
    await vi.waitFor(() => expect(decided).toHaveBeenCalledOnce())
    expect(await exchange(url, '/', { origin: appOrigin })).toMatchObject({
      status: 200,
      cors: outerActual,
      body: 'page',
    })
    expect(lines).toEqual([])
  })
})

import { setImmediate } from 'node:timers/promises'
import { cors, createCorsPolicy } from '@cors/koa'
import { describe, expect, test, vi } from 'vitest'
import { AbandonedRequest } from '../../../tooling/abandoned-request.js'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { koas, start } from './support/koas.js'

const app = 'https://app.example'
const policy = createCorsPolicy({ origins: [app], methods: ['PUT'] })

describe.each(koas)('%s', (_, Application) => {
  test('nothing of the request body is lost while the policy is waited for', async () => {
    const slowly = async () => {
      for (let turn = 0; turn < 5; turn++) await setImmediate()
      return policy
    }
    const { url } = await start(Application, (koa) => {
      koa.use(cors({ policy: slowly }))
      koa.use(async (context) => {
        let text = ''
        for await (const piece of context.req) text += String(piece)
        context.body = text
      })
    })
    const body = 'x'.repeat(300_000)
    const echoed = await fetch(url, { method: 'POST', headers: { origin: app }, body })
    expect(await echoed.text()).toBe(body)
    expect(echoed.headers.get('access-control-allow-origin')).toBe(app)
  })

  test.each(['GET', 'OPTIONS'])('the client of a %s request may go away meanwhile', async (method) => {
    const abandoned = new AbandonedRequest()
    const decided = vi.fn()
    const { url, errors } = await start(Application, (koa) => {
      koa.use((context, next) => {
        abandoned.noteSocket(context.req.socket)
        return next()
      })
      koa.use(cors({ policy: { origins: [abandoned.lookup] }, onDecision: decided }))
      koa.use((context) => {
        context.body = 'page'
      })
    })
    await abandoned.send(url, method, app)
    await vi.waitFor(() => expect(decided).toHaveBeenCalledOnce())
    const response = await ask(url, { origin: app })
    expect(response).toMatchObject({ status: 200, body: 'page' })
    expect(corsLines(response)).toEqual([`access-control-allow-origin: ${app}`, 'vary: Origin'])
    expect(errors).toEqual([])
  })

  test('what a middleware before has set stays on the answer to a preflight, but for CORS headers', async () => {
    const { url } = await start(Application, (koa) => {
      koa.use((context, next) => {
        context.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Max-Age': '9', 'X-Before': '1' })
        context.vary('Accept-Language')
        return next()
      })
      koa.use(cors(policy))
    })
    const preflight = await ask(url, { origin: app, preflight: 'PUT' })
    expect(preflight).toMatchObject({ status: 204, body: '' })
    expect(preflight.headers).toContainEqual(['X-Before', '1'])
    expect(corsLines(preflight)).toEqual([
      'access-control-allow-methods: GET, HEAD, POST, PUT',
      `access-control-allow-origin: ${app}`,
      'vary: Accept-Language, Origin, Access-Control-Request-Method',
    ])
    expect(corsLines(await ask(url))).toEqual(['vary: Accept-Language, Origin'])
  })
})

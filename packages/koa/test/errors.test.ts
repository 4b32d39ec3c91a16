import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { cors } from '../src/index.js'
import { koas, start } from './support/koas.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const config = { origins: [app], credentials: true } as const
const allowed = ['access-control-allow-credentials: true', `access-control-allow-origin: ${app}`]
const origin = 'vary: Origin'

const raise = (error: unknown): never => {
  throw error
}

describe.each(koas)('%s', (_name, Application) => {
  test('an error with headers of its own', async () => {
    const headers = { 'Access-Control-Allow-Origin': '*', Vary: 'Accept', 'X-Own': '1' }
    const { url } = await start(Application, (koa) => {
      koa.use(cors(config))
      koa.use((context) => context.throw(418, 'no coffee', { headers }))
    })
    const response = await ask(url, { origin: app })
    expect(response).toMatchObject({ status: 418, body: 'no coffee' })
    expect(response.headers).toContainEqual(['X-Own', '1'])
    expect(corsLines(response)).toEqual([...allowed, 'vary: Accept, Origin'])
    expect(corsLines(await ask(url, { origin: stranger }))).toEqual(['vary: Accept, Origin'])
  })

  test.each([
    ['a text', 'text'],
    ['a number', 0],
    ['an object', { status: 400 }],
    ['null', null],
    ['undefined', undefined],
  ])('%s that is thrown', async (_, thrown) => {
    const { url } = await start(Application, (koa) => {
      koa.use(cors(config))
      koa.use(() => raise(thrown))
    })
    const response = await ask(url, { origin: app })
    expect(response.status).toBe(500)
    expect(corsLines(response)).toEqual([...allowed, origin])
  })

  test.each([
    ['an error', false],
    ['a frozen error', true],
  ])('%s that many requests share keeps nothing of any of them', async (_, isFrozen) => {
    const shared = Object.assign(new Error('x'), { status: 503, expose: true, headers: { 'X-Own': '1' } })
    Object.freeze(shared.headers)
    // Koa itself writes to it.
    const error = isFrozen ? Object.freeze(shared) : shared
    const { url } = await start(Application, (koa) => {
      koa.use(cors(config))
      koa.use(() => raise(error))
    })
    const first = await ask(url, { origin: app })
    expect(first).toMatchObject({ status: 503, body: 'x' })
    expect(first.headers).toContainEqual(['X-Own', '1'])
    expect(corsLines(first)).toEqual([...allowed, origin])
    expect(corsLines(await ask(url, { origin: stranger }))).toEqual([origin])
    expect(corsLines(await ask(url))).toEqual([origin])
    expect(error.headers).toEqual({ 'X-Own': '1' })
  })

  test('an error handler of the application', async () => {
    class Refusal extends Error {
      readonly detail = 'closed'
    }
    const caught: unknown[] = []
    const { url } = await start(Application, (koa) => {
      koa.use(async (context, next) => {
        try {
          await next()
        } catch (error) {
          caught.push(error)
          for (const name of context.res.getHeaderNames()) context.remove(name)
          context.status = 403
          context.body = 'mine'
        }
      })
      koa.use(cors(config))
      koa.use(cors(config))
      koa.use((context) => raise(context.path === '/frozen' ? frozen : plain))
    })
    const plain = new Refusal('x')
    const frozen = Object.freeze(new Refusal('y', { cause: plain }))
    for (const path of ['/', '/frozen']) {
      const response = await ask(url, { origin: app, path })
      expect(response).toMatchObject({ status: 403, body: 'mine' })
      expect(corsLines(response)).toEqual([...allowed, origin])
    }
    expect(caught[0]).toBe(plain)
    expect(caught[1]).toBeInstanceOf(Refusal)
    expect(caught[1]).toMatchObject({ message: 'y', detail: 'closed', cause: plain, stack: frozen.stack })
  })

  test.each([
    ['an error', new Error('no tenant'), 500],
    ['an error with a status', Object.assign(new Error('which tenant?'), { status: 400 }), 400],
    ['nothing', undefined, 500],
  ])('a policy function that throws %s', async (_, thrown, status) => {
    const handler = vi.fn()
    const { url, errors } = await start(Application, (koa) => {
      koa.use(cors({ origins: '*' }))
      koa.use(cors({ policy: () => raise(thrown), vary: ['X-Tenant'] }))
      koa.use(handler)
    })
    const response = await ask(url, { origin: app })
    expect(response.status).toBe(status)
    expect(corsLines(response)).toEqual(['vary: Origin, X-Tenant'])
    expect(errors).toEqual([
      thrown ?? expect.objectContaining({ message: expect.stringMatching('undefined') }),
    ])
    expect(handler).not.toHaveBeenCalled()
  })

  test("a preflight's policy function that throws", async () => {
    const { url } = await start(Application, (koa) => {
      koa.use(cors({ policy: () => Promise.reject(new Error('no tenant')) }))
    })
    const response = await ask(url, { origin: app, preflight: 'PUT' })
    expect(response.status).toBe(500)
    expect(corsLines(response)).toEqual([origin])
  })
})

// Koa 3 closes the connection instead.
const koas2 = koas.filter(([name]) => name.startsWith('Koa 2'))
test.each(koas2)('%s: a stream that fails before its first piece', async (_, Application) => {
  const { url } = await start(Application, (koa) => {
    koa.use(cors(config))
    koa.use((context) => {
      const body = new Readable({ read: (): void => {} })
      context.body = body
      void setImmediate().then(() => body.destroy(new Error('x')))
    })
  })
  const response = await ask(url, { origin: app })
  expect(response.status).toBe(500)
  expect(corsLines(response)).toEqual([...allowed, origin])
})

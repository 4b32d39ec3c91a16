import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { CorsConfigError, cors } from '../src/index.js'
import { ask, corsFields, preflight } from './support/cors-fields.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const config = { origins: [app], credentials: true, methods: ['PUT'], maxAge: 600 } as const
const allowed = {
  'access-control-allow-credentials': 'true',
  'access-control-allow-origin': app,
  vary: 'Origin',
}
const withCors = cors(config)

const report = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => report.mockClear())

test('a response that can be written to is the one that the handler made', async () => {
  const made: Response[] = []
  const handler = withCors(() => {
    const response = new Response('x', { headers: { vary: 'Accept', 'access-control-max-age': '1' } })
    made.push(response)
    return response
  })
  const response = await handler(ask(app))
  expect(response).toBe(made[0])
  expect(corsFields(response)).toEqual({ ...allowed, vary: 'Accept, Origin' })
  expect(corsFields(await handler(ask(stranger)))).toEqual({ vary: 'Accept, Origin' })
  expect(corsFields(await handler(ask()))).toEqual({ vary: 'Accept, Origin' })
})

test('a preflight is answered, and the handler does not run', async () => {
  const handler = vi.fn(() => new Response('x'))
  const allowedPreflight = await withCors(handler)(preflight(app))
  expect(allowedPreflight).toMatchObject({ status: 204, body: null })
  expect(Object.fromEntries(allowedPreflight.headers)).toEqual({
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, HEAD, POST, PUT',
    'access-control-allow-origin': app,
    'access-control-max-age': '600',
    vary: 'Origin, Access-Control-Request-Method',
  })
  const denied = await withCors(handler)(preflight(stranger))
  expect(denied).toMatchObject({ status: 403, body: null })
  expect(Object.fromEntries(denied.headers)).toEqual({ vary: 'Origin, Access-Control-Request-Method' })
  expect(handler).not.toHaveBeenCalled()
})

test.each([
  ['an application', { fetch: () => new Response('x') }],
  ['nothing', undefined],
])('%s in place of a handler is refused at once', (_, handler) => {
  expect(() => withCors(handler as never)).toThrow(/wraps a function .* such as app\.fetch/)
})

test('an immutable redirect is copied', async () => {
  const response = await withCors(() => Response.redirect('https://else.example/', 307))(ask(app))
  expect(response.status).toBe(307)
  expect(response.headers.get('location')).toBe('https://else.example/')
  expect(corsFields(response)).toEqual(allowed)
})

test('an immutable response of `fetch` is copied with its stream and each cookie', async () => {
  const upstream = createServer((_, response) => {
    response.writeHead(201, 'Fine', [
      ...['set-cookie', 'a=1', 'set-cookie', 'b=2', 'vary', 'Accept', 'access-control-allow-origin', '*'],
    ])
    response.write('first')
  })
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    upstream.closeAllConnections()
    upstream.close()
  })
  const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`

  const response = await withCors(() => fetch(url))(ask(app))
  expect(response).toMatchObject({ status: 201, statusText: 'Fine' })
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(corsFields(response)).toEqual({ ...allowed, vary: 'Accept, Origin' })
  // The upstream never ends: what came is there all the same.
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first')
  await reader?.cancel()
})

test('a stream stays a stream, and is cancelled as one', async () => {
  const cancel = vi.fn()
  const endless = () => new ReadableStream({ pull: (it) => it.enqueue(new Uint8Array(1)), cancel })
  const response = await withCors(() => new Response(endless()))(ask(app))
  const reader = response.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await reader?.cancel('enough')
  expect(cancel).toHaveBeenCalledWith('enough')
})

test('one response for many requests keeps nothing of any of them', async () => {
  const constant = new Response(null, { status: 204 })
  const handler = withCors(() => constant)
  const responses = await Promise.all([handler(ask(app)), handler(ask(stranger)), handler(ask())])
  expect(responses.map(corsFields)).toEqual([allowed, { vary: 'Origin' }, { vary: 'Origin' }])
  expect([...constant.headers]).toEqual([])
})

test('nor does one with a body, which HEAD leaves unread', async () => {
  const constant = new Response('page')
  const handler = withCors(() => constant)
  const head = (origin: string): Request =>
    new Request('http://localhost/', { method: 'HEAD', headers: { origin } })
  const fields = [await handler(head(app)), await handler(head(stranger))].map(corsFields)
  expect(fields).toEqual([allowed, { vary: 'Origin' }])
  expect(corsFields(constant)).toEqual({})
  expect(await constant.text()).toBe('page')
})

test('the result of an upgrade, of Response.error(), and none at all are passed on untouched', async () => {
  const upgraded = Object.defineProperty(new Response(null), 'status', { value: 101 })
  const failed = Response.error()
  expect(await withCors(() => upgraded)(ask(app))).toBe(upgraded)
  expect([...upgraded.headers]).toEqual([])
  expect(await withCors(() => failed)(ask(app))).toBe(failed)
  expect(await withCors((): Response | undefined => undefined)(ask(app))).toBeUndefined()
})

test.each([
  ['null', null],
  ['a value of type string', 'text'],
  ['a value of type object', { status: 200 }],
])('a handler that returns no response, but %s, is told so in one sentence', async (what, value) => {
  const handler = withCors(() => value as never)
  await expect(handler(ask(app))).rejects.toThrow(
    new TypeError(`The handler that cors(…) wraps must return a Response, not ${what}.`),
  )
})

test('request, further arguments and body reach the handler as they are', async () => {
  const handler = vi.fn(async (request: Request, env: object, context: object) => {
    return new Response(`${await request.text()} ${Object.keys({ ...env, ...context })}`)
  })
  const request = new Request('http://localhost/', { method: 'POST', body: 'body', headers: { origin: app } })
  const [env, context] = [{ a: 1 }, { b: 2 }]
  const response = await withCors(handler)(request, env, context)
  expect(await response.text()).toBe('body a,b')
  const [call] = handler.mock.calls
  expect(call?.[0]).toBe(request)
  expect(call?.[1]).toBe(env)
  expect(call?.[2]).toBe(context)
})

test.each([
  ['an error', new Error('x')],
  ['a frozen object', Object.freeze({})],
  ['nothing', undefined],
])(
  '%s that a handler throws is thrown on untouched, and its response can have the headers',
  async (_, thrown) => {
    const onDecision = vi.fn()
    const told = cors({ policy: config, onDecision })
    const request = ask(app)
    const handlers = [
      () => {
        throw thrown
      },
      () => Promise.reject(thrown),
    ]
    for (const handler of handlers) {
      onDecision.mockClear()
      await expect(told(handler)(request).then(String, (error: unknown) => [error])).resolves.toEqual([
        thrown,
      ])
      const response = await told.applyTo(request, new Response('sorry', { status: 500 }))
      expect(response.status).toBe(500)
      expect(corsFields(response)).toEqual(allowed)
      expect(onDecision).toHaveBeenCalledOnce()
    }
  },
)

test('applyTo for a request that never reached the handler, a preflight included', async () => {
  const refuse = async (request: Request): Promise<Response> =>
    withCors.applyTo(request, Response.redirect('https://login.example/', 302))
  for (const request of [ask(app), preflight(app)]) {
    const response = await refuse(request)
    expect(response.status).toBe(302)
    expect(corsFields(response)).toEqual(allowed)
  }
  expect(corsFields(await refuse(preflight(stranger)))).toEqual({ vary: 'Origin' })
})

test.each([
  ['throws', () => raise(new Error('no tenant'))],
  ['rejects', () => Promise.reject(new Error('no tenant'))],
  ['returns no policy', () => true as never],
])('a policy function that %s: 500 with Vary only, and no handler', async (_, policy) => {
  const handler = vi.fn(() => new Response('x'))
  const chosen = cors({ policy, vary: ['X-Tenant'] })
  for (const request of [ask(app), preflight(app)]) {
    const response = await chosen(handler)(request)
    expect(response.status).toBe(500)
    expect(corsFields(response)).toEqual({ vary: 'Origin, X-Tenant' })
    expect(corsFields(await chosen.applyTo(request, new Response('x')))).toEqual({ vary: 'Origin, X-Tenant' })
  }
  expect(corsFields(await chosen.applyTo(ask(app), new Response('x')))).toEqual({ vary: 'Origin, X-Tenant' })
  expect(handler).not.toHaveBeenCalled()
  expect(report.mock.calls).toEqual([[expect.any(Error)], [expect.any(Error)], [expect.any(Error)]])
})

const raise = (error: unknown): never => {
  throw error
}

test('a failed lookup is reported, and the request goes on', async () => {
  const error = new Error('no database')
  const looking = cors({ origins: [() => raise(error)] })
  expect(corsFields(await looking(() => new Response('x'))(ask(app)))).toEqual({ vary: '*' })
  expect((await looking(() => new Response('x'))(preflight(app))).status).toBe(503)
  expect(report.mock.calls).toEqual([[error], [error]])
})

test('a mistake fails at start-up', () => {
  expect(() => cors({ origins: ['https://app.example/' as string] })).toThrow(CorsConfigError)
})

class Reply {
  readonly status: number
  readonly headers = new Headers()
  readonly body = null
  readonly bodyUsed = false
  constructor(status: number) {
    this.status = status
  }
}

test.each([
  ['of a class of its own', (): object => new Reply(204)],
  ['of no class', (): object => ({ ...new Reply(204) })],
  ['without a prototype', (): object => ({ __proto__: null, ...new Reply(204) })],
  ['with a literal for a prototype', (): object => ({ __proto__: new Reply(204), headers: new Headers() })],
])('what only looks like a response, %s, keeps its status', async (_, make) => {
  const response = await withCors(() => make() as Response)(ask(app))
  expect(response.status).toBe(204)
  expect(corsFields(response)).toEqual(allowed)
})

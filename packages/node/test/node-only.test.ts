import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ask, corsLines, protocols } from '../../../tooling/ask-adapter.js'
import { http2, serve } from '../../../tooling/serve.js'
import { CorsConfigError, cors, createCorsPolicy, type Next } from '../src/index.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const config = {
  origins: [app],
  credentials: true,
  methods: ['PUT'],
  exposedHeaders: ['ETag'],
  maxAge: 600,
} as const
const allowed = [
  'access-control-allow-credentials: true',
  `access-control-allow-origin: ${app}`,
  'access-control-expose-headers: etag',
  'vary: Origin',
]
const allowedPreflight = [
  'access-control-allow-credentials: true',
  'access-control-allow-methods: GET, HEAD, POST, PUT',
  `access-control-allow-origin: ${app}`,
  'access-control-max-age: 600',
  'vary: Origin, Access-Control-Request-Method',
]
const deniedPreflight = ['vary: Origin, Access-Control-Request-Method']

type Handle = (request: IncomingMessage, response: ServerResponse, next: Next) => void

/** A server that calls the middlewares in order, and tells what the last `next` was called with. */
const serveChain = async (protocol: (typeof protocols)[number], ...chain: Handle[]) => {
  const ends: unknown[] = []
  const { url, close } = await serve(
    (request, response) => {
      const call = (index: number, error?: unknown): void => {
        const handle = chain[index]
        if (error === undefined && handle !== undefined) {
          handle(request, response, (later) => call(index + 1, later))
          return
        }
        ends.push(error)
        response.statusCode = error === undefined ? 200 : 500
        response.end('handled')
      }
      call(0)
    },
    protocol === 'HTTP/2' ? http2 : undefined,
  )
  onTestFinished(close)
  return { url, ends }
}

const report = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => report.mockClear())

describe.each(protocols)('%s', (protocol) => {
  test('an allowed origin', async () => {
    const { url, ends } = await serveChain(protocol, cors(config))
    const response = await ask(url, { origin: app }, protocol)
    expect(response.body).toBe('handled')
    expect(corsLines(response)).toEqual(allowed)
    expect(ends).toEqual([undefined])
  })

  test('a denied origin, and none: nothing but Vary, and the handler runs', async () => {
    const { url, ends } = await serveChain(protocol, cors(config))
    expect(corsLines(await ask(url, { origin: stranger }, protocol))).toEqual(['vary: Origin'])
    expect(corsLines(await ask(url, {}, protocol))).toEqual(['vary: Origin'])
    expect(ends).toEqual([undefined, undefined])
  })

  test('a preflight is answered, and the handler does not run', async () => {
    const { url, ends } = await serveChain(protocol, cors(config))
    const response = await ask(url, { origin: app, preflight: 'PUT' }, protocol)
    expect(response).toMatchObject({ status: 204, body: '' })
    expect(corsLines(response)).toEqual(allowedPreflight)
    const denied = await ask(url, { origin: stranger, preflight: 'PUT' }, protocol)
    expect(denied).toMatchObject({ status: 403, body: '' })
    expect(corsLines(denied)).toEqual(deniedPreflight)
    expect(ends).toEqual([])
  })

  test.each([
    ['throws', () => raise(new Error('no tenant'))],
    ['rejects', () => Promise.reject(new Error('no tenant'))],
    ['throws undefined', () => raise(undefined)],
    ['returns no policy', () => 'https://app.example' as never],
  ])('a policy function that %s: next gets an error, for a preflight, too', async (_, policy) => {
    const { url, ends } = await serveChain(protocol, cors({ policy }))
    for (const preflight of [undefined, 'PUT']) {
      const response = await ask(url, { origin: app, ...(preflight && { preflight }) }, protocol)
      expect(response.status).toBe(500)
      expect(corsLines(response)).toEqual(['vary: Origin'])
    }
    expect(ends).toEqual([expect.any(Error), expect.any(Error)])
  })

  test('below an outer policy the inner one decides who may read', async () => {
    const chain = [cors({ origins: '*', exposedHeaders: ['X-Outer'] }), cors(config)]
    const { url } = await serveChain(protocol, ...chain)
    expect(corsLines(await ask(url, { origin: app }, protocol))).toEqual(allowed)
    expect(corsLines(await ask(url, { origin: stranger }, protocol))).toEqual(['vary: Origin'])
    // The outermost answers preflights: it comes first, and sees no route.
    expect(corsLines(await ask(url, { origin: app, preflight: 'PUT' }, protocol))).toEqual([
      'access-control-allow-origin: *',
      'vary: Origin, Access-Control-Request-Method',
    ])
  })

  test('below an outer policy `false` switches CORS off', async () => {
    const { url } = await serveChain(protocol, cors(config), cors({ policy: false }))
    expect(corsLines(await ask(url, { origin: app }, protocol))).toEqual([])
  })

  test('the same policy twice changes nothing', async () => {
    const { url } = await serveChain(protocol, cors(config), cors(config))
    expect(corsLines(await ask(url, { origin: app }, protocol))).toEqual(allowed)
    expect(corsLines(await ask(url, { origin: app, preflight: 'PUT' }, protocol))).toEqual(allowedPreflight)
  })

  test('what is written while a function is asked has no header of an outer policy', async () => {
    const never = cors({ policy: () => new Promise<never>(() => {}) })
    const timeout: Handle = (_, response, next) => {
      next()
      void setImmediate().then(() => response.writeHead(503).end())
    }
    const { url, ends } = await serveChain(protocol, cors(config), timeout, never)
    const response = await ask(url, { origin: app }, protocol)
    expect(response.status).toBe(503)
    expect(corsLines(response)).toEqual(['vary: Origin'])
    expect(ends).toEqual([])
  })

  test('a preflight that something else has answered meanwhile is not answered twice', async () => {
    const decided = vi.fn()
    const late = cors({
      policy: async () => {
        await setImmediate()
        await setImmediate()
        return createCorsPolicy(config)
      },
      onDecision: decided,
    })
    const impatient: Handle = (_, response, next) => {
      next()
      response.writeHead(503).end()
    }
    const { url, ends } = await serveChain(protocol, impatient, late)
    expect(await ask(url, { origin: app, preflight: 'PUT' }, protocol)).toMatchObject({ status: 503 })
    await vi.waitFor(() => expect(decided).toHaveBeenCalledOnce())
    await setImmediate()
    expect(ends).toEqual([])
  })
})

const raise = (error: unknown): never => {
  throw error
}

test('without a function or a lookup `next` is called at once', () => {
  const next = vi.fn()
  const response = { writeHead: () => {} } as unknown as ServerResponse
  cors(config)({ method: 'GET', headers: { origin: app } } as IncomingMessage, response, next)
  expect(next.mock.calls).toEqual([[]])
})

test('a failed lookup is reported, and the request goes on', async () => {
  const error = new Error('no database')
  const middleware = cors({ origins: [() => Promise.reject(error)] })
  const { url, ends } = await serveChain('HTTP/1.1', middleware)
  const response = await ask(url, { origin: app })
  expect(response.status).toBe(200)
  expect(corsLines(response)).toEqual(['vary: *'])
  expect(report.mock.calls).toEqual([[error]])
  const preflight = await ask(url, { origin: app, preflight: 'PUT' })
  expect(preflight).toMatchObject({ status: 503, body: '' })
  expect(corsLines(preflight)).toEqual(['vary: *'])
  expect(ends).toEqual([undefined])
})

test('what onDecision throws is reported, and changes no response', async () => {
  const error = new Error('no metrics')
  const middleware = cors({ policy: config, onDecision: () => raise(error) })
  const { url } = await serveChain('HTTP/1.1', middleware)
  expect(corsLines(await ask(url, { origin: app }))).toEqual(allowed)
  expect(report.mock.calls).toEqual([[error]])
})

test('a mistake fails at start-up, with all its siblings', () => {
  const start = (): unknown => cors({ origins: ['https://app.example/' as string], maxAge: -1 })
  expect(start).toThrow(CorsConfigError)
  expect(start).toThrow(
    /origin-not-canonical[\s\S]*max-age-invalid|max-age-invalid[\s\S]*origin-not-canonical/,
  )
})

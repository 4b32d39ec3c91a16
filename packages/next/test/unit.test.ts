import {
  CorsConfigError,
  type CorsDecision,
  corsProxy,
  createCorsPolicy,
  withCors,
  withCorsApi,
} from '@cors/next'
import { type NextFetchEvent, NextRequest, NextResponse } from 'next/server.js'
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest'

const app = 'https://app.example.com'
const keyed = createCorsPolicy({ origins: [app], maxAge: 60 })
const everybody = createCorsPolicy({ origins: '*' })
const event = {} as NextFetchEvent

const request = (
  method = 'GET',
  headers: Record<string, string> = { origin: app },
  path = '/',
): NextRequest => new NextRequest(`http://localhost${path}`, { method, headers })
const preflight = (asked: string): NextRequest =>
  request('OPTIONS', { origin: app, 'access-control-request-method': asked })
const corsOf = (response: Response): Record<string, string> =>
  Object.fromEntries([...response.headers].filter(([name]) => /^(?:access-control-|vary$)/.test(name)))
const allowed = { 'access-control-allow-origin': app, vary: 'Origin' }
const open = { 'access-control-allow-origin': '*' }

const paths = (): Set<string> | undefined =>
  (globalThis as { [key: symbol]: Set<string> | undefined })[Symbol.for('@cors/next/proxied')]

let report: Mock<typeof console.error>
beforeEach(() => {
  paths()?.clear()
  report = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('start-up', () => {
  const mistaken = { origins: [`${app}/`] as string[] }
  test.each([
    ['corsProxy', () => corsProxy(mistaken)],
    ['withCors', () => withCors(mistaken, { GET: () => new Response() })],
    ['withCorsApi', () => withCorsApi(mistaken, () => undefined)],
  ])('%s reports mistakes', (_, make) => {
    expect(make).toThrow(CorsConfigError)
    expect(make).toThrow('origin-not-canonical')
  })

  test('withCors takes functions named after methods, and nothing else', () => {
    expect(() => withCors(keyed, { get: () => new Response() } as never)).toThrow(TypeError)
    expect(() => withCors(keyed, { TRACE: () => new Response() } as never)).toThrow('TRACE')
    expect(() => withCors(keyed, { GET: new Response() } as never)).toThrow('must be a function')
    for (const handlers of [() => new Response(), undefined, null]) {
      expect(() => withCors(keyed, handlers as never)).toThrow('withCors(options, { GET: … })')
    }
  })

  test('withCors returns the methods that it was given, and OPTIONS', () => {
    const handler = (): Response => new Response()
    expect(Object.keys(withCors(keyed, { GET: handler, DELETE: handler }))).toEqual([
      'GET',
      'DELETE',
      'OPTIONS',
    ])
    expect(Object.keys(withCors(keyed, { OPTIONS: handler }))).toEqual(['OPTIONS'])
  })
})

describe('the production build', () => {
  const untouchable = new Proxy(request(), {
    get: () => {
      throw new Error('the request was read')
    },
  })
  beforeEach(() => void vi.stubEnv('NEXT_PHASE', 'phase-production-build'))

  test.each([
    ['a policy', keyed],
    ['rules', [{ origins: [app] }, { origins: '*' }]],
    ['a lookup', { origins: [() => true] }],
    ['a function', { policy: () => everybody }],
  ] as const)('%s whose answer depends on the origin throws, and names OPTIONS', async (_, options) => {
    const handler = vi.fn(() => new Response())
    const { GET } = withCors(options as never, { GET: handler })
    await expect(GET(untouchable)).rejects.toThrow(/prerender.*Export OPTIONS/s)
    expect(handler).not.toHaveBeenCalled()
  })

  test.each([
    [everybody, open],
    [{ policy: false }, {}],
  ] as const)('an answer that is the same for everybody needs no request', async (options, expected) => {
    const { GET } = withCors(options as never, { GET: () => new Response('x') })
    const withoutHeaders = new Proxy(request(), {
      get: (target, name) => (name === 'nextUrl' ? target.nextUrl : Reflect.get(untouchable, name)),
    })
    expect(corsOf(await GET(withoutHeaders))).toEqual(expected)
  })
})

describe('registered twice', () => {
  test('the inner withCors counts, with its preflights', async () => {
    const inner = withCors(keyed, { GET: () => new Response('x'), OPTIONS: () => new Response('own') })
    for (const handlers of [inner, { GET: inner.GET, OPTIONS: inner.OPTIONS }]) {
      const outer = withCors(everybody, handlers)
      expect(corsOf(await outer.GET(request()))).toEqual(allowed)
      expect((await outer.OPTIONS(request('OPTIONS', {}))).status).toBe(200)
      expect(corsOf(await outer.OPTIONS(preflight('GET')))).toEqual({
        'access-control-allow-origin': app,
        'access-control-max-age': '0',
        vary: 'Origin, Access-Control-Request-Method',
      })
    }
  })

  test('also through a function that knows nothing of it', async () => {
    const inner = withCors({ policy: false }, { GET: () => new Response('x') })
    const outer = withCors(everybody, { GET: (each) => inner.GET(each) })
    expect(corsOf(await outer.GET(request()))).toEqual({})
  })

  test('the inner corsProxy counts', async () => {
    const proxy = corsProxy(
      everybody,
      corsProxy(keyed, () => NextResponse.json({})),
    )
    expect(corsOf(await proxy(request(), event))).toEqual(allowed)
  })

  test('the same policy twice leaves the age of its preflights', async () => {
    const { GET } = withCors(keyed, { GET: () => new Response('x') })
    const { OPTIONS } = withCors(keyed, { GET })
    expect(corsOf(await OPTIONS(preflight('GET')))).toMatchObject({ 'access-control-max-age': '60' })
  })
})

describe('handlers', () => {
  test('errors are rethrown as they are', async () => {
    const error = new Error('mine')
    const fail = (): never => {
      throw error
    }
    await expect(withCors(keyed, { GET: fail }).GET(request())).rejects.toBe(error)
    await expect(corsProxy(keyed, fail)(request(), event)).rejects.toBe(error)
  })

  test('what is no response is left to Next.js', async () => {
    expect(await withCors(keyed, { GET: () => undefined }).GET(request())).toBeUndefined()
  })

  test.each([undefined, null])('an inner proxy function may return %s', async (nothing) => {
    const response = await corsProxy(keyed, () => nothing)(request(), event)
    expect(corsOf(response)).toEqual(allowed)
    expect(response.headers.get('x-middleware-next')).toBe('1')
  })

  test('the inner proxy function gets the event, and does not run for preflights', async () => {
    const inner = vi.fn()
    const proxy = corsProxy(keyed, inner)
    const asked = request()
    await proxy(asked, event)
    expect(inner.mock.calls).toEqual([[asked, event]])
    expect((await proxy(preflight('GET'), event)).status).toBe(204)
    expect(inner).toHaveBeenCalledOnce()
  })

  test('a response that requests share stays as it is', async () => {
    const shared = NextResponse.next()
    await corsProxy(keyed, () => shared)(request(), event)
    expect(corsOf(shared)).toEqual({})
  })

  test('policy false leaves a preflight to OPTIONS of the application, or to the answer of Next.js', async () => {
    const GET = (): Response => new Response('x')
    const own = withCors({ policy: false }, { GET, OPTIONS: () => new Response('own') })
    expect(await (await own.OPTIONS(preflight('GET'))).text()).toBe('own')
    const automatic = await withCors({ policy: false }, { GET }).OPTIONS(preflight('GET'))
    expect([automatic.status, automatic.headers.get('allow'), corsOf(automatic)]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
      {},
    ])
  })
})

test('onDecision is told of requests to everybody, too', async () => {
  const onDecision = vi.fn()
  const { GET, OPTIONS } = withCors({ policy: everybody, onDecision }, { GET: () => new Response('x') })
  expect(corsOf(await GET(request()))).toEqual(open)
  expect((await OPTIONS(preflight('GET'))).status).toBe(204)
  expect(onDecision.mock.calls.map(([{ kind, reason }]) => [kind, reason])).toEqual([
    ['actual', 'origin-any'],
    ['preflight', 'origin-any'],
  ])
})

test('onDecision is called once, with the request; what it throws is logged', async () => {
  const decisions: [CorsDecision, NextRequest][] = []
  const error = new Error('onDecision')
  const options = {
    policy: keyed,
    onDecision: (decision: CorsDecision, asked: NextRequest): never => {
      decisions.push([decision, asked])
      throw error
    },
  }
  const asked = request()
  const { GET, OPTIONS } = withCors(options, { GET: () => new Response('x') })
  expect(corsOf(await GET(asked))).toEqual(allowed)
  expect((await OPTIONS(preflight('GET'))).status).toBe(204)
  await corsProxy(options)(request(), event)
  expect(decisions.map(([{ kind }]) => kind)).toEqual(['actual', 'preflight', 'actual'])
  expect(decisions[0]?.[1]).toBe(asked)
  expect(report.mock.calls).toEqual([[error], [error], [error]])
})

test('a failing lookup is logged, denies, and forbids storing', async () => {
  const error = new Error('lookup')
  const { GET, OPTIONS } = withCors(
    {
      origins: [
        () => {
          throw error
        },
      ],
    },
    { GET: () => new Response('x') },
  )
  expect(corsOf(await GET(request()))).toEqual({ vary: '*' })
  expect((await OPTIONS(preflight('GET'))).status).toBe(503)
  expect(report.mock.calls).toEqual([[error], [error]])
})

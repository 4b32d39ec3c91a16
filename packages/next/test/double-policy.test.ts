import { corsProxy, createCorsPolicy, withCors } from '@cors/next'
import { type NextFetchEvent, NextRequest, NextResponse } from 'next/server.js'
import { afterEach, beforeEach, describe, expect, type Mock, test, vi } from 'vitest'

const app = 'https://app.example.com'
const keyed = createCorsPolicy({ origins: [app] })
const event = {} as NextFetchEvent

const request = (method: string, path: string): NextRequest =>
  new NextRequest(`http://localhost${path}`, { method })

const paths = (): Set<string> | undefined =>
  (globalThis as { [key: symbol]: Set<string> | undefined })[Symbol.for('@cors/next/proxied')]

let report: Mock<typeof console.error>
beforeEach(() => {
  paths()?.clear()
  report = vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('reports', () => {
  test('remember no more than 256 paths, and the last of them', async () => {
    const proxy = corsProxy(keyed)
    for (let index = 0; index < 300; index++) await proxy(request('GET', `/path/${index}`), event)
    expect([paths()?.size, paths()?.has('/path/43'), paths()?.has('/path/44')]).toEqual([256, false, true])
  })

  test('name the path that was asked for, also where the request was rewritten', async () => {
    const proxy = corsProxy(keyed, () => NextResponse.rewrite('http://localhost/elsewhere'))
    await proxy(request('GET', '/asked/'), event)
    const { GET, OPTIONS } = withCors(keyed, { GET: () => new Response('x') })
    await OPTIONS(request('OPTIONS', '/other'))
    await GET(request('GET', '/asked'))
    expect(report.mock.calls).toEqual([[expect.stringContaining('/asked has two CORS policies')]])
  })

  test('say nothing of requests that the proxy answers, or sends to another server, or for which its policy is off', async () => {
    await corsProxy(keyed, () => new Response('x'))(request('GET', '/answered'), event)
    await corsProxy({ policy: () => false })(request('GET', '/off'), event)
    await corsProxy(keyed, () => NextResponse.rewrite('http://other.example/elsewhere'))(
      request('GET', '/sent'),
      event,
    )
    const { GET, OPTIONS } = withCors(keyed, { GET: () => new Response('x') })
    await OPTIONS(request('OPTIONS', '/other'))
    for (const path of ['/answered', '/off', '/sent']) await GET(request('GET', path))
    expect(report).not.toHaveBeenCalled()
  })

  test('say nothing of a GET for everybody without OPTIONS', async () => {
    await withCors({ origins: '*' }, { GET: () => new Response('x') }).GET(request('GET', '/'))
    expect(report).not.toHaveBeenCalled()
  })
})

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kit15, kit16 } from '../support/apps.js'
import { app, granted, preflightGranted, preflightVary, stranger } from '../support/send.js'
import { serverOf } from '../support/server-of.js'

describe.each([kit16, kit15])('corsProxy in $name', (fixture) => {
  const { ask, output } = serverOf(fixture)

  test('without a response of the inner function the request goes on, and its response has the headers', async () => {
    expect(await ask({ path: '/only/proxied/echo', origin: app })).toMatchObject({
      status: 200,
      cors: granted,
      vary: ['origin'],
      body: '{"cookies":[]}',
    })
    expect(await ask({ path: '/only/proxied/echo', origin: stranger })).toMatchObject({
      cors: [],
      vary: ['origin'],
    })
    expect(await ask({ path: '/only/proxied/echo' })).toMatchObject({ cors: [], vary: ['origin'] })
  })

  test.each(['echo', 'throw', 'redirect', 'nowhere', 'file.txt'])(
    'a preflight to %s is answered',
    async (name) => {
      expect(await ask({ path: `/only/proxied/${name}`, asks: 'PUT', origin: app })).toMatchObject({
        status: 204,
        cors: preflightGranted,
        vary: preflightVary,
        body: '',
      })
      expect(await ask({ path: `/only/proxied/${name}`, asks: 'PUT', origin: stranger })).toMatchObject({
        status: 403,
        cors: [],
        vary: preflightVary,
        body: '',
      })
    },
  )

  test.each([
    ['redirect', 307],
    ['immutable-redirect', 302],
  ])('the %s of the inner function survives', async (name, status) => {
    const answer = await ask({ path: `/only/proxied/${name}`, origin: app })
    expect(answer).toMatchObject({ status, cors: granted, vary: ['origin'] })
    expect(answer.field('location')).toMatch(/\/only\/target$/)
  })

  test('its rewrite survives', async () => {
    expect(await ask({ path: '/only/proxied/rewrite', origin: app })).toMatchObject({
      status: 200,
      cors: granted,
      vary: ['origin'],
      body: 'target',
    })
  })

  test('its cookies survive', async () => {
    const answer = await ask({ path: '/only/proxied/cookies', origin: app })
    expect(answer).toMatchObject({ status: 200, cors: granted })
    expect(answer.fields('set-cookie')).toEqual(['a=1; Path=/; HttpOnly', 'b=2; Path=/'])
  })

  test('its request headers and response headers survive', async () => {
    const answer = await ask({
      path: '/only/proxied/request-headers',
      origin: app,
      headers: { 'X-From-Client': 'sent' },
    })
    expect(answer).toMatchObject({
      cors: granted,
      vary: ['x-from-client', 'origin'],
      body: '{"fromProxy":"set","cookies":[]}',
    })
    expect(answer.field('x-response')).toBe('set')
  })

  test('its own answer survives, but for the CORS headers that it writes by hand', async () => {
    const answer = { status: 418, vary: ['origin'], body: 'mine' }
    expect(await ask({ path: '/only/proxied/answer', origin: app })).toMatchObject({
      ...answer,
      cors: granted,
    })
    expect(await ask({ path: '/only/proxied/answer', origin: stranger })).toMatchObject({
      ...answer,
      cors: [],
    })
  })

  test.each([
    'echo',
    'redirect',
    'immutable-redirect',
    'rewrite',
    'cookies',
    'request-headers',
    'answer',
    'throw',
  ])('%s is as without corsProxy, but for CORS headers and Vary', async (name) => {
    const ours = /^(?:access-control-.*|vary|date)$/
    const [bare, wrapped] = await Promise.all(
      ['bare', 'proxied'].map(async (folder) => {
        const { status, body, names, fields } = await ask({ path: `/only/${folder}/${name}`, origin: app })
        const others = names.filter((each) => !ours.test(each)).sort()
        return { status, body, fields: others.map((each) => [each, fields(each)]) }
      }),
    )
    expect(wrapped).toEqual(bare)
  })

  test.each([
    ['redirect', 307],
    ['not-found', 404],
    ['error', 500],
  ])('what Next.js makes of a %s that a route handler throws has the headers', async (what, status) => {
    const answer = await ask({ path: `/only/proxied/thrown/${what}`, origin: app })
    expect(answer).toMatchObject({ status, cors: granted, vary: ['origin'] })
  })

  test('405 and files of public/ have the headers', async () => {
    const method = await ask({ path: '/only/proxied/echo', method: 'DELETE', origin: app })
    expect(method).toMatchObject({ status: 405, cors: granted, vary: ['origin'] })
    const file = await ask({ path: '/only/proxied/file.txt', origin: app })
    expect(file).toMatchObject({ status: 200, cors: granted, vary: ['origin'], body: 'proxied\n' })
  })

  test('headers of next.config.js stay where the policy does not name them, also for an origin that is not allowed', async () => {
    const path = '/only/proxied/config-headers'
    const any = ['access-control-allow-origin', '*']
    const age = ['access-control-max-age', '86400']
    expect(await ask({ path, origin: app })).toMatchObject({ cors: [...granted, age], vary: ['origin'] })
    expect(await ask({ path, origin: stranger })).toMatchObject({ cors: [any, age], vary: ['origin'] })
    const preflight = await ask({ path, asks: 'PUT', origin: app })
    expect(preflight).toMatchObject({ status: 204, cors: preflightGranted, vary: preflightVary })
    const denied = await ask({ path, asks: 'PUT', origin: stranger })
    expect(denied).toMatchObject({ status: 403, cors: [any, age], vary: preflightVary })
  })

  test('its Vary replaces that of next.config.js, unless the option names its members, too', async () => {
    expect(await ask({ path: '/only/proxied/config-headers' })).toMatchObject({ vary: ['origin'] })
    const answer = await ask({ path: '/only/varied.txt', origin: app })
    expect(answer).toMatchObject({ status: 200, cors: granted, body: 'varied\n' })
    expect([...answer.vary].sort()).toEqual(['accept-language', 'origin'])
    const preflight = await ask({ path: '/only/varied.txt', asks: 'PUT', origin: app })
    expect([...preflight.vary].sort()).toEqual(['accept-language', ...preflightVary].sort())
  })

  test('a policy function that throws is a server error without CORS headers, and is logged', async () => {
    for (const question of [{ origin: app }, { origin: app, asks: 'GET' }, {}]) {
      expect(await ask({ path: '/only/failing-proxy', ...question })).toMatchObject({
        status: 500,
        cors: [],
        vary: ['origin'],
        body: 'Internal Server Error',
      })
    }
    expect(output()).toContain('the policy function of the proxy is made to throw')
  })

  // What Next makes impossible.

  test('what Next.js makes of an error that the inner function throws has no headers', async () => {
    expect(await ask({ path: '/only/proxied/throw', origin: app })).toMatchObject({
      status: 500,
      cors: [],
      vary: [],
    })
    expect(output()).toContain('the inner proxy function is made to throw')
  })

  test('a rendered page keeps the headers; Next.js 16 drops Vary', async () => {
    const page = await ask({ path: '/only/proxied/page', origin: app })
    const vary = fixture === kit15 ? ['origin'] : []
    expect(page).toMatchObject({ status: 200, cors: granted, vary })
    expect(page.body).toContain('rendered for')
  })

  test('the 404 page likewise; a catch-all route.ts keeps Vary', async () => {
    const page = await ask({ path: '/only/proxied/no/such/path', origin: app })
    expect(page).toMatchObject({ status: 404, cors: granted, vary: fixture === kit15 ? ['origin'] : [] })
    expect(page.field('cache-control')).toContain('no-store')
    const covered = await ask({ path: '/only/proxied/covered/no/such/path', origin: app })
    expect(covered).toMatchObject({ status: 404, cors: granted, vary: ['origin'], body: 'not found' })
  })

  test('caches may store the 404 page of a path with needless percent-encoding; a catch-all route.ts keeps Vary', async () => {
    const page = await ask({ path: '/only/chosen/d%6Fuble', origin: app })
    expect(page).toMatchObject({ status: 404, cors: granted, vary: fixture === kit15 ? ['origin'] : [] })
    expect(page.field('cache-control')).toContain(fixture === kit15 ? 'no-store' : 's-maxage=31536000')
    expect(await ask({ path: '/only/proxied/covered/fixed', origin: app })).toMatchObject({ body: 'fixed' })
    const covered = await ask({ path: '/only/proxied/covered/f%69xed', origin: app })
    expect(covered).toMatchObject({ status: 404, cors: granted, vary: ['origin'], body: 'not found' })
  })

  describe('a rewrite to another server', () => {
    let upstream: Server
    beforeAll(async () => {
      upstream = createServer((_, response) => {
        response.setHeader('access-control-allow-origin', 'https://upstream.example')
        response.setHeader('access-control-max-age', '1')
        response.setHeader('vary', 'Accept')
        response.end('upstream')
      })
      await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
    })
    afterAll(() => void upstream.close())

    test('keeps the CORS headers of that server', async () => {
      const { port } = upstream.address() as AddressInfo
      const path = `/only/proxied/upstream?url=${encodeURIComponent(`http://127.0.0.1:${port}/`)}`
      const answer = await ask({ path, origin: app })
      expect(answer.body).toBe('upstream')
      expect(answer.cors).toEqual([
        ['access-control-allow-credentials', 'true'],
        ['access-control-allow-origin', 'https://upstream.example'],
        ['access-control-expose-headers', 'etag'],
        ['access-control-max-age', '1'],
      ])
    })
  })
})

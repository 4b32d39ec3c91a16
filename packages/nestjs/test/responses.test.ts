import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ask, ask, headOf, preflight } from './support/ask.js'
import { App, app, partner, runs } from './support/responses-app.js'
import { platforms, type Running, start } from './support/start.js'

const stranger = 'https://stranger.example'

type Next = (error?: unknown) => void

const json: Ask['headers'] = [['Content-Type', 'application/json']]
const scopes = [
  ['the module', '/module', app],
  ['a controller', '/own', partner],
] as const

describe.each(platforms)('%s', (platform) => {
  let running: Running
  beforeAll(async () => {
    running = await start(platform, App, {
      configure: (nest) => {
        nest.use(
          (request: { url: string }, response: { setHeader(...header: string[]): void }, next: Next) => {
            runs.push('use')
            // As helmet does.
            response.setHeader('X-Content-Type-Options', 'nosniff')
            next(request.url.endsWith('/use-fails') ? new Error('by use') : undefined)
          },
        )
      },
    })
  })
  afterAll(() => running?.close())

  describe.each(scopes)('the policy of %s', (_title, scope, origin) => {
    const rows: readonly (readonly [title: string, path: string, status: number, request: Ask])[] = [
      ['a guard that refuses', '/guarded', 403, {}],
      ['an interceptor that fails', '/intercepted', 400, {}],
      ['a pipe that refuses', '/piped', 400, {}],
      ['a thrown error', '/thrown', 500, {}],
      ['an exception filter', '/filtered', 418, {}],
      ['a body that is no JSON', '/body', 400, { method: 'POST', headers: json, body: '{"a":' }],
      ['HEAD', '/varies', 200, { method: 'HEAD' }],
      [
        'a body that is too large',
        '/body',
        413,
        { method: 'POST', headers: json, body: JSON.stringify('x'.repeat(1 << 21)) },
      ],
    ]

    test.each(rows)('is on the response of %s', async (_title, path, status, request) => {
      const allowed = await ask(running.url, scope + path, { ...request, origin })
      expect(allowed.status).toBe(status)
      expect(allowed.cors).toEqual([
        `access-control-allow-origin: ${origin}`,
        'access-control-allow-credentials: true',
      ])
      expect(allowed.vary).toContain('origin')
      const denied = await ask(running.url, scope + path, { ...request, origin: stranger })
      expect(denied).toMatchObject({ status, cors: [] })
      expect(denied.vary).toContain('origin')
      const { cors, vary } = await ask(running.url, scope + path, request)
      expect(cors).toEqual([])
      expect(vary).toContain('origin')
    })

    test('is on server-sent events', async () => {
      const allowed = await headOf(running.url, `${scope}/events`, origin)
      expect(allowed['content-type']).toBe('text/event-stream')
      expect(allowed['access-control-allow-origin']).toBe(origin)
      expect(allowed['vary']).toBe('Origin')
      const denied = await headOf(running.url, `${scope}/events`, stranger)
      expect(Object.keys(denied).filter((name) => name.startsWith('access-control-'))).toEqual([])
      expect(denied['vary']).toBe('Origin')
    })

    test('keeps what a handler varies by', async () => {
      const { vary } = await ask(running.url, `${scope}/varies`, { origin })
      expect(vary).toEqual(['accept-encoding', 'origin'])
    })
  })

  test.each([
    ['no route has', '/missing', 404],
    ['a middleware throws at', '/a/middleware-throws', 400],
    ['a middleware answers', '/a/middleware-ends', 202],
    ['a function of app.use fails at', '/use-fails', 500],
  ])('the policy of the module is on the response of a path that %s', async (_title, path, status) => {
    const answer = await ask(running.url, path, { origin: app })
    expect(answer.status).toBe(status)
    expect(answer.cors).toEqual([
      `access-control-allow-origin: ${app}`,
      'access-control-allow-credentials: true',
    ])
    expect(answer.vary).toEqual(['origin'])
  })

  test.each([
    ['/module/guarded', 'GET', app],
    ['/module/body', 'POST', app],
    ['/own/guarded', 'GET', partner],
    ['/own/body', 'POST', partner],
    ['/a/middleware-throws', 'GET', app],
    ['/missing', 'PATCH', app],
  ])('a preflight of %s runs nothing', async (path, method, origin) => {
    runs.length = 0
    expect(await preflight(running.url, path, origin, method)).toMatchObject({ status: 204, body: '' })
    expect(await preflight(running.url, path, stranger, method)).toMatchObject({ status: 403, body: '' })
    expect(runs).toEqual([])
  })

  test('a body that is refused reaches no handler', async () => {
    runs.length = 0
    await ask(running.url, '/module/body', { method: 'POST', origin: app, headers: json, body: '{' })
    expect(runs).not.toContain('handler')
    await ask(running.url, '/module/body', { method: 'POST', origin: app, headers: json, body: '{}' })
    expect(runs).toContain('handler')
  })
})

test.each(platforms)('without a body parser of NestJS, and with raw bodies, on %s', async (platform) => {
  for (const nest of [{ bodyParser: false }, { rawBody: true }]) {
    const running = await start(platform, App, { nest })
    try {
      expect(await ask(running.url, '/own/varies', { origin: partner })).toMatchObject({
        status: 200,
        cors: [`access-control-allow-origin: ${partner}`, 'access-control-allow-credentials: true'],
      })
      expect(await preflight(running.url, '/own/varies', partner, 'GET')).toMatchObject({ status: 204 })
    } finally {
      await running.close()
    }
  }
})

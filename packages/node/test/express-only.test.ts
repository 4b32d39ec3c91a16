import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendRequest } from '@cors/conformance'
import compression from 'compression'
import express from 'express'
import express4 from 'express-4'
import express50 from 'express-5.0'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { serve } from '../../../tooling/serve.js'
import { cors, createCorsPolicy } from '../src/index.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const allowed = [`access-control-allow-origin: ${app}`, 'vary: Origin']

describe.each([
  ['Express 5', express],
  ['Express 5.0', express50],
  ['Express 4', express4],
])('%s', (_, create) => {
  const start = async (build: (application: express.Express) => void): Promise<string> => {
    const application = create()
    application.set('env', 'test')
    build(application)
    const { url, close } = await serve(application)
    onTestFinished(close)
    return url
  }

  test("the default error handler's page, with headers of the error", async () => {
    const url = await start((application) => {
      application.use(cors({ origins: [app] }))
      application.get('/', () => {
        throw Object.assign(new Error('x'), {
          status: 418,
          headers: { 'Access-Control-Allow-Origin': '*', Vary: 'Accept', 'X-Own': '1' },
        })
      })
    })
    const response = await ask(url, { origin: app })
    expect(response.status).toBe(418)
    expect(response.headers).toContainEqual(['X-Own', '1'])
    expect(corsLines(response)).toEqual([allowed[0], 'vary: Accept, Origin'])
    expect(corsLines(await ask(url, { origin: stranger }))).toEqual(['vary: Accept, Origin'])
  })

  test('an error handler of its own that removes every header', async () => {
    const url = await start((application) => {
      application.use(cors({ origins: [app] }))
      application.get('/', (_request, response, next) => {
        response.set('vary', 'Accept')
        next(new Error('x'))
      })
      const handle: express.ErrorRequestHandler = (_error, _request, response, _next) => {
        for (const name of response.getHeaderNames()) response.removeHeader(name)
        response.status(500).json({ error: true })
      }
      application.use(handle)
    })
    const response = await ask(url, { origin: app })
    expect(response).toMatchObject({ status: 500, body: '{"error":true}' })
    expect(corsLines(response)).toEqual(allowed)
  })

  test("a policy function's error reaches the error handler, with Vary only", async () => {
    const seen: unknown[] = []
    const error = new Error('no tenant')
    const url = await start((application) => {
      application.use(cors({ policy: () => Promise.reject(error) }))
      const handle: express.ErrorRequestHandler = (given, _request, response, _next) => {
        seen.push(given)
        response.sendStatus(500)
      }
      application.use(handle)
    })
    expect(corsLines(await ask(url, { origin: app }))).toEqual(['vary: Origin'])
    expect(corsLines(await ask(url, { origin: app, preflight: 'PUT' }))).toEqual(['vary: Origin'])
    expect(seen).toEqual([error, error])
  })

  test('mounted at a path it governs that path only, 404 included', async () => {
    const url = await start((application) => {
      application.use('/api', cors({ origins: [app] }))
      application.get('/page', (_request, response) => void response.send('page'))
    })
    expect(corsLines(await ask(url, { origin: app, path: '/api/missing' }))).toEqual(allowed)
    expect(await ask(url, { origin: app, path: '/api/x', preflight: 'GET' })).toMatchObject({ status: 204 })
    expect(corsLines(await ask(url, { origin: app, path: '/page' }))).toEqual([])
    // Express answers OPTIONS of a route by itself.
    expect(corsLines(await ask(url, { origin: app, path: '/page', preflight: 'GET' }))).toEqual([])
  })

  test('inside of a router and of a mounted application the nearest policy counts', async () => {
    const url = await start((application) => {
      application.use(cors({ origins: [stranger], exposedHeaders: ['X-Outer'] }))
      const router = create.Router()
      router.use(cors({ origins: [app] }))
      router.get('/x', (_request, response) => void response.send('x'))
      application.use('/router', router)
      const mounted = create()
      mounted.use(cors({ policy: false }))
      application.use('/mounted', mounted)
    })
    expect(corsLines(await ask(url, { origin: app, path: '/router/x' }))).toEqual(allowed)
    expect(corsLines(await ask(url, { origin: stranger, path: '/router/missing' }))).toEqual(['vary: Origin'])
    expect(corsLines(await ask(url, { origin: stranger, path: '/mounted/missing' }))).toEqual([])
    expect(corsLines(await ask(url, { origin: stranger }))).toEqual([
      `access-control-allow-origin: ${stranger}`,
      'access-control-expose-headers: x-outer',
      'vary: Origin',
    ])
  })

  test('a policy of a route governs who may read, and not the preflight', async () => {
    const url = await start((application) => {
      application.use(cors({ origins: [app], methods: ['PUT'] }))
      application.put('/x', cors({ origins: [stranger], methods: ['PUT'] }), (_request, response) => {
        response.send('put')
      })
    })
    expect(corsLines(await ask(url, { origin: stranger, method: 'PUT', path: '/x' }))).toEqual([
      `access-control-allow-origin: ${stranger}`,
      'vary: Origin',
    ])
    expect(await ask(url, { origin: stranger, path: '/x', preflight: 'PUT' })).toMatchObject({ status: 403 })
    expect(await ask(url, { origin: app, path: '/x', preflight: 'PUT' })).toMatchObject({ status: 204 })
    expect(corsLines(await ask(url, { origin: app, method: 'PUT', path: '/x' }))).toEqual(['vary: Origin'])
  })

  test('a function gives paths different rights, preflights included', async () => {
    const own = createCorsPolicy({ origins: [app], methods: ['PUT'], maxAge: 600 })
    const open = createCorsPolicy({ origins: '*' })
    const url = await start((application) => {
      application.use(
        cors({
          policy: (request: express.Request) => (request.path.startsWith('/own/') ? own : open),
          samePolicyForAllMethods: true,
        }),
      )
    })
    expect(await ask(url, { origin: stranger, path: '/own/x', preflight: 'PUT' })).toMatchObject({
      status: 403,
    })
    expect(corsLines(await ask(url, { origin: app, path: '/own/x', preflight: 'PUT' }))).toEqual([
      'access-control-allow-methods: GET, HEAD, POST, PUT',
      `access-control-allow-origin: ${app}`,
      'access-control-max-age: 600',
      'vary: Origin, Access-Control-Request-Method',
    ])
    expect(corsLines(await ask(url, { origin: stranger, path: '/open' }))).toEqual([
      'access-control-allow-origin: *',
      'vary: Origin',
    ])
  })

  test.each(['before', 'after'])('compression added %s: both members of Vary', async (place) => {
    const url = await start((application) => {
      if (place === 'before') application.use(compression({ threshold: 0 }))
      application.use(cors({ origins: [app], methods: ['PUT'] }))
      if (place === 'after') application.use(compression({ threshold: 0 }))
      application.get('/', (_request, response) => void response.type('text').send('x'.repeat(2_000)))
    })
    const lines = corsLines(await ask(url, { origin: app }))
    expect(lines.slice(0, -1)).toEqual(allowed.slice(0, 1))
    expect(lines.at(-1)?.replace('vary: ', '').split(', ').sort()).toEqual(['Accept-Encoding', 'Origin'])
    const preflight = await ask(url, { origin: app, preflight: 'PUT' })
    expect(preflight).toMatchObject({ status: 204, body: '' })
    expect(corsLines(preflight)).toContain('access-control-allow-methods: GET, HEAD, POST, PUT')
  })

  test('compression between an outer policy and `false`: CORS is off', async () => {
    const url = await start((application) => {
      application.use(cors({ origins: [app] }), compression({ threshold: 0 }))
      application.use('/own', cors({ policy: false }))
      application.get('/own', (_request, response) => {
        response.set('Access-Control-Allow-Origin', stranger).type('text').send('x'.repeat(2_000))
      })
    })
    expect(corsLines(await ask(url, { origin: app, path: '/own' }))).toEqual([
      `access-control-allow-origin: ${stranger}`,
      'vary: Accept-Encoding',
    ])
  })

  test('files, also by HEAD, in part, and not modified', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cors-node-'))
    writeFileSync(join(folder, 'file.txt'), 'content')
    const url = await start((application) => {
      application.use(cors({ origins: [app] }))
      application.use(create.static(folder))
    })
    const later = new Date(Date.now() + 60_000).toUTCString()
    for (const [status, header] of [
      [200, ['X-Own', '1']],
      [206, ['Range', 'bytes=0-2']],
      [304, ['If-Modified-Since', later]],
    ] as const) {
      const headers = [['Origin', app] as const, header]
      const response = await sendRequest(url, { method: 'GET', path: '/file.txt', headers })
      expect(response.status).toBe(status)
      expect(corsLines(response)).toEqual(allowed)
    }
    expect(corsLines(await ask(url, { origin: app, method: 'HEAD', path: '/file.txt' }))).toEqual(allowed)
  })

  test('impossible: what a middleware added before answers', async () => {
    const url = await start((application) => {
      application.use((request, response, next) => {
        if (request.path === '/early') response.sendStatus(401)
        else if (request.path === '/throw') next(new Error('x'))
        else next()
      })
      application.use(cors({ origins: [app] }))
    })
    expect(corsLines(await ask(url, { origin: app, path: '/early' }))).toEqual([])
    expect(corsLines(await ask(url, { origin: app, path: '/throw' }))).toEqual([])
    expect(corsLines(await ask(url, { origin: app, path: '/other' }))).toEqual(allowed)
  })
})

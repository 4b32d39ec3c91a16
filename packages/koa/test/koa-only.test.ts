import { setImmediate } from 'node:timers/promises'
import Koa, { type Context } from 'koa'
import { describe, expect, test, vi } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { CorsConfigError, type CorsDecision, cors, createCorsPolicy } from '../src/index.js'
import { koas, start } from './support/koas.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const config = { origins: [app], credentials: true, methods: ['PUT'], maxAge: 600 } as const
const allowed = ['access-control-allow-credentials: true', `access-control-allow-origin: ${app}`]
const origin = 'vary: Origin'

const raise = (error: unknown): never => {
  throw error
}

describe.each(koas)('%s', (_name, Application) => {
  test('an answer past Koa', async () => {
    const { url } = await start(Application, (koa) => {
      koa.use(cors(config))
      koa.use((context) => {
        context.respond = false
        context.res.writeHead(200, { Vary: 'Accept', 'access-control-allow-origin': '*' })
        context.res.end('raw')
      })
    })
    const response = await ask(url, { origin: app })
    expect(response).toMatchObject({ status: 200, body: 'raw' })
    expect(corsLines(response)).toEqual([...allowed, 'vary: Accept, Origin'])
  })

  test.each([
    ['set', (context: Context) => context.set('Vary', 'Accept'), 'vary: Accept, Origin'],
    ['vary', (context: Context) => context.vary('Accept'), 'vary: Accept, Origin'],
    [
      'append',
      (context: Context) => {
        context.append('Vary', 'Accept')
        context.append('Vary', 'origin')
      },
      'vary: Accept, origin',
    ],
  ])('a late Vary by context.%s', async (_, setVary, vary) => {
    const { url } = await start(Application, (koa) => {
      koa.use(async (context, next) => {
        await next()
        setVary(context)
      })
      koa.use(cors(config))
      koa.use((context) => {
        context.body = 'x'
      })
    })
    expect(corsLines(await ask(url, { origin: app }))).toEqual([...allowed, vary])
  })

  test('the decision of the nearest policy is on the state', async () => {
    const seen: (CorsDecision | undefined)[] = []
    const { url } = await start(Application, (koa) => {
      koa.use(async (context, next) => {
        await next()
        seen.push(context.state.cors)
      })
      koa.use(cors(config))
      koa.use((context, next) => {
        if (context.path === '/off') return cors({ policy: false })(context, next)
        if (context.path === '/function-off') return cors({ policy: () => false })(context, next)
        if (context.path === '/inner') return cors({ origins: [stranger] })(context, next)
        return next()
      })
    })
    expect(corsLines(await ask(url, { origin: app }))).toEqual([...allowed, origin])
    expect(corsLines(await ask(url, { origin: stranger, path: '/inner' }))).toEqual([
      `access-control-allow-origin: ${stranger}`,
      origin,
    ])
    expect(corsLines(await ask(url, { origin: app, path: '/off' }))).toEqual([])
    expect(corsLines(await ask(url, { origin: app, path: '/function-off' }))).toEqual([origin])
    await ask(url, { origin: stranger, preflight: 'PUT' })
    expect(seen.map((decision) => decision?.reason)).toEqual([
      'origin-exact',
      'origin-exact',
      undefined,
      undefined,
      'origin-not-listed',
    ])
  })

  test('a preflight ends here; what middlewares before do afterwards does not change it', async () => {
    const handler = vi.fn()
    const statuses: unknown[] = []
    const { url, errors } = await start(Application, (koa) => {
      koa.use(async (context, next) => {
        context.set('X-Request-Id', '7')
        await next()
        statuses.push(context.status)
        if (context.path === '/late') raise(new Error('late'))
        context.body = { wrapped: true }
      })
      koa.use(cors(config))
      koa.use(handler)
    })
    for (const path of ['/', '/late']) {
      const response = await ask(url, { origin: app, preflight: 'PUT', path })
      expect(response).toMatchObject({ status: 204, body: '' })
      expect(response.headers).toContainEqual(['X-Request-Id', '7'])
      expect(corsLines(response)).toEqual([
        allowed[0],
        'access-control-allow-methods: GET, HEAD, POST, PUT',
        allowed[1],
        'access-control-max-age: 600',
        'vary: Origin, Access-Control-Request-Method',
      ])
    }
    expect(await ask(url, { origin: stranger, preflight: 'PUT' })).toMatchObject({ status: 403, body: '' })
    expect(statuses).toEqual([204, 204, 403])
    expect(errors).toEqual([expect.objectContaining({ message: 'late' })])
    expect(handler).not.toHaveBeenCalled()
  })

  test.each([
    ['an error', new Error('no database')],
    ['a text', 'no database'],
  ])('a lookup that throws %s is told to the application, and the request goes on', async (_, thrown) => {
    const contexts: Context[] = []
    const { url, errors } = await start(Application, (koa) => {
      koa.on('error', (_error: unknown, context: Context) => contexts.push(context))
      koa.use(cors({ origins: [() => raise(thrown)] }))
      koa.use((context) => {
        context.body = 'fine'
      })
    })
    const response = await ask(url, { origin: app })
    expect(response).toMatchObject({ status: 200, body: 'fine' })
    expect(corsLines(response)).toEqual(['vary: *'])
    expect(errors).toEqual([expect.any(Error)])
    expect((errors[0] as Error).message).toMatch(/no database/)
    expect(contexts[0]?.path).toBe('/')
    expect(await ask(url, { origin: app, preflight: 'PUT' })).toMatchObject({ status: 503, body: '' })
  })

  test('what onDecision throws is told to the application, and changes no response', async () => {
    const error = new Error('no metrics')
    const { url, errors } = await start(Application, (koa) => {
      koa.use(cors({ policy: config, onDecision: () => raise(error) }))
    })
    expect(corsLines(await ask(url, { origin: app }))).toEqual([...allowed, origin])
    expect(errors).toEqual([error])
  })

  test('what is written while a function is asked has no header of an outer policy', async () => {
    const { url } = await start(Application, (koa) => {
      koa.use(cors({ origins: '*' }))
      koa.use(async (context, next) => {
        await Promise.race([next(), setImmediate()])
        context.status = 503
      })
      koa.use(cors({ policy: () => new Promise<never>(() => {}) }))
    })
    const response = await ask(url, { origin: app })
    expect(response.status).toBe(503)
    expect(corsLines(response)).toEqual([origin])
  })

  test('a preflight that something else has answered meanwhile is not answered twice', async () => {
    const decided = vi.fn()
    const late = new Promise<void>((resolve) => void decided.mockImplementation(() => resolve()))
    const { url, errors } = await start(Application, (koa) => {
      koa.use(async (context, next) => {
        const rest = next()
        context.res.writeHead(503).end()
        await rest
      })
      const policy = async () => {
        await setImmediate()
        return createCorsPolicy(config)
      }
      koa.use(cors({ policy, onDecision: decided }))
    })
    expect(await ask(url, { origin: app, preflight: 'PUT' })).toMatchObject({ status: 503 })
    await late
    await setImmediate()
    expect(errors).toEqual([])
  })

  test('impossible: what a middleware added before answers or throws', async () => {
    const { url } = await start(Application, (koa) => {
      koa.use((context, next) => {
        if (context.path === '/throw') context.throw(401)
        if (context.path !== '/early') return next()
        context.status = 401
        return undefined
      })
      koa.use(cors(config))
    })
    expect(corsLines(await ask(url, { origin: app, path: '/early' }))).toEqual([])
    expect(corsLines(await ask(url, { origin: app, path: '/throw' }))).toEqual([])
    expect(corsLines(await ask(url, { origin: app, path: '/other' }))).toEqual([...allowed, origin])
  })
})

test('a chain that is not of Koa, whose next returns no promise', async () => {
  const { url } = await start(Koa, (koa) => {
    koa.use(async (context) => {
      await cors(config)(context, (() => {
        context.body = 'called'
      }) as never)
    })
  })
  const response = await ask(url, { origin: app })
  expect(response.body).toBe('called')
  expect(corsLines(response)).toEqual([...allowed, origin])
})

test('a mistake fails at start-up', () => {
  expect(() => cors({ origins: ['https://app.example/' as string] })).toThrow(CorsConfigError)
})

import { Controller, Get, type LoggerService } from '@nestjs/common'
import { describe, expect, test } from 'vitest'
import { Cors, type CorsDecision, CorsModule, type CorsModuleInput, createCorsPolicy } from '../src/index.js'
import { type Answer, type Ask, ask, preflight } from './support/ask.js'
import { platforms, start } from './support/start.js'

const app = 'https://app.example'
const policy = createCorsPolicy({ origins: [app] })

@Controller()
class Root {
  @Get()
  get(): string {
    return 'root'
  }
}

/** Collects what NestJS's logger is told as an error. */
const createLog = (): { readonly errors: string[]; readonly logger: LoggerService } => {
  const errors: string[] = []
  const ignore = (): void => {}
  const logger = { error: (message: unknown) => errors.push(String(message)), log: ignore, warn: ignore }
  return { errors, logger }
}

describe.each(platforms)('%s', (platform) => {
  const asked = async (
    options: CorsModuleInput,
    use: (url: string) => Promise<void>,
  ): Promise<readonly string[]> => {
    const { errors, logger } = createLog()
    const module = { module: class App {}, imports: [CorsModule.forRoot(options)], controllers: [Root] }
    const { url, close } = await start(platform, module, { nest: { logger } })
    try {
      await use(url)
    } finally {
      await close()
    }
    return errors
  }

  describe('a policy function that fails is a server error of the usual kind', () => {
    const failing: readonly (readonly [title: string, fail: () => never | Promise<never>])[] = [
      [
        'throws',
        () => {
          throw new Error('secret')
        },
      ],
      ['rejects', () => Promise.reject(new Error('secret'))],
      ['rejects with a text', () => Promise.reject('router')],
      ['rejects with nothing', () => Promise.reject(undefined)],
    ]
    test.each(failing)('%s', async (_title, fail) => {
      await asked({ policy: fail, vary: ['X-Tenant'] }, async (url) => {
        const requests: readonly Promise<Answer>[] = [
          ask(url, '/', { origin: app }),
          ask(url, '/'),
          preflight(url, '/', app, 'PUT'),
          preflight(url, '/missing', app, 'PUT'),
        ]
        for (const answer of await Promise.all(requests)) {
          expect(answer).toMatchObject({ status: 500, cors: [], vary: ['origin', 'x-tenant'] })
          expect(JSON.parse(answer.body)).toEqual({ statusCode: 500, message: 'Internal server error' })
        }
      })
    })
  })

  test('a failed lookup denies, and is logged', async () => {
    const failing = (): never => {
      throw new Error('no database')
    }
    const errors = await asked({ origins: [failing] }, async (url) => {
      expect(await ask(url, '/', { origin: app })).toMatchObject({ status: 200, cors: [], vary: ['*'] })
      expect(await preflight(url, '/', app, 'GET')).toMatchObject({ status: 503, cors: [], body: '' })
    })
    expect(errors).toEqual(['no database', 'no database'])
  })

  test('what onDecision throws is logged, and changes nothing', async () => {
    const told: string[] = []
    const onDecision = ({ kind }: CorsDecision, { method }: { readonly method: string }): void => {
      told.push(`${method} ${kind}`)
      throw new Error('no metrics')
    }
    const errors = await asked({ policy, onDecision }, async (url) => {
      const line = [`access-control-allow-origin: ${app}`]
      expect(await ask(url, '/', { origin: app })).toMatchObject({ status: 200, cors: line })
      expect(await preflight(url, '/', app, 'GET')).toMatchObject({ status: 204, cors: line })
      expect(await ask(url, '/')).toMatchObject({ status: 200, cors: [] })
    })
    expect(told).toEqual(['GET actual', 'OPTIONS preflight'])
    expect(errors).toEqual(['no metrics', 'no metrics'])
  })

  test('a policy function sees the request of the framework, and the method that is asked about', async () => {
    const seen: unknown[] = []
    const choose: NonNullable<Extract<CorsModuleInput, { policy: unknown }>['policy']> = (
      request,
      { method },
    ) => {
      seen.push([request.method, request.originalUrl, request.headers['x-tenant'], request.hostname, method])
      return request.headers['x-tenant'] === 'a' ? policy : false
    }
    const tenant: Ask['headers'] = [['X-Tenant', 'a']]
    await asked({ policy: choose, vary: ['X-Tenant'] }, async (url) => {
      const vary = ['origin', 'x-tenant']
      const allowed = await ask(url, '/?a=b', { origin: app, headers: tenant })
      expect(allowed).toMatchObject({ cors: [`access-control-allow-origin: ${app}`], vary })
      expect(await ask(url, '/', { origin: app })).toMatchObject({ status: 200, cors: [], vary })
      expect(await preflight(url, '/', app, 'PUT')).toMatchObject({ status: 404, cors: [], vary })
    })
    expect(seen).toEqual([
      ['GET', '/?a=b', 'a', '127.0.0.1', 'GET'],
      ['GET', '/', undefined, '127.0.0.1', 'GET'],
      ['OPTIONS', '/', undefined, '127.0.0.1', 'PUT'],
    ])
  })

  test("a controller's policy function that fails says nothing of the module's policy", async () => {
    @Controller('failing')
    @Cors({ policy: () => Promise.reject(new Error('secret')) })
    class Failing {
      @Get()
      get(): string {
        return 'never'
      }
    }
    const imports = [CorsModule.forRoot({ origins: '*' })]
    const module = { module: class App {}, imports, controllers: [Failing, Root] }
    const { url, close } = await start(platform, module)
    try {
      expect(await ask(url, '/failing', { origin: app })).toMatchObject({
        status: 500,
        cors: [],
        vary: ['origin'],
      })
      expect(await ask(url, '/', { origin: app })).toMatchObject({
        status: 200,
        cors: ['access-control-allow-origin: *'],
      })
    } finally {
      await close()
    }
  })
})

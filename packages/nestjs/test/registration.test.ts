import { Controller, Get, Inject, Injectable, type NestApplicationOptions, Put, Scope } from '@nestjs/common'
import { REQUEST } from '@nestjs/core'
import { RouteConstraints } from '@nestjs/platform-fastify'
import { describe, expect, test } from 'vitest'
import { Cors, CorsModule, createCorsPolicy } from '../src/index.js'
import { ask, preflight, readers } from './support/ask.js'
import {
  adapterOf,
  type PlatformName,
  platforms,
  type Running,
  type StartOptions,
  start,
} from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const all = [app, partner]
const partners = createCorsPolicy({ origins: [partner], methods: ['PUT'], maxAge: 300 })

@Controller('items')
class Items {
  @Get('special')
  special(): string {
    return 'special'
  }

  @Get(':id')
  @Cors(partners)
  get(): string {
    return 'item'
  }
}

/** Makes every controller that has it one that is made for each request. */
@Injectable({ scope: Scope.REQUEST })
class PerRequest {
  constructor(@Inject(REQUEST) readonly request: { readonly url: string }) {}
}

@Controller('scoped')
class Scoped {
  constructor(@Inject(PerRequest) readonly perRequest: PerRequest) {}

  @Get()
  @Cors(partners)
  get(): string {
    return this.perRequest.request.url
  }
}

const withApp = async (
  platform: PlatformName,
  controllers: readonly (typeof Items | typeof Scoped | (new () => object))[],
  options: StartOptions,
  use: (running: Running) => Promise<void>,
): Promise<void> => {
  const running = await start(
    platform,
    {
      module: class App {},
      imports: [CorsModule.forRoot({ origins: [app], methods: ['PUT'], maxAge: 600 })],
      controllers: [...controllers],
      providers: [PerRequest],
    },
    options,
  )
  await use(running).finally(running.close)
}

describe.each(platforms)('%s', (platform) => {
  test('a controller that is made for each request', () =>
    withApp(platform, [Scoped], {}, async ({ url }) => {
      expect((await ask(url, '/scoped')).body).toBe('/scoped')
      expect(await readers(url, '/scoped', all)).toEqual([partner])
    }))

  // NestJS 12 then registers the routes at the end, and in another order; before, it does not know the options.
  test.each([
    { routeResolutionStrategy: 'specificity' },
    { routeConflictPolicy: { duplicate: 'warn', shadow: 'warn' } },
  ])('routes that NestJS registers in an order of its own: %o', (nest) =>
    withApp(platform, [Items, Scoped], { nest: nest as NestApplicationOptions }, async ({ url }) => {
      expect(await readers(url, '/items/special', all)).toEqual([app])
      expect(await readers(url, '/items/7', all)).toEqual([partner])
      expect(await readers(url, '/scoped', all)).toEqual([partner])
    }),
  )

  test('routes with a listener, or the start fails and says why', async () => {
    const adapter = adapterOf(platform)
    const triggered: string[] = []
    adapter.setOnRouteTriggered((_method, path) => triggered.push(path))
    const running = withApp(platform, [Items], { adapter }, async ({ url }) => {
      expect(await readers(url, '/items/7', all)).toEqual([partner])
      expect(triggered).toEqual(['/items/:id', '/items/:id'])
    })
    await running.catch((error: unknown) => {
      expect(String(error)).toContain('CorsModule sees no route')
    })
  })

  test("routes of the adapter have the module's policy, also beside a controller's route", () => {
    @Controller()
    class CatchAll {
      @Get(':any')
      @Cors(partners)
      get(): string {
        return 'any'
      }
    }
    const configure: StartOptions['configure'] = (nest) => {
      const adapter = nest.getHttpAdapter()
      adapter.get('/docs', (_request: unknown, response: unknown) => adapter.reply(response, 'docs', 200))
    }
    return withApp(platform, [CatchAll], { configure }, async ({ url }) => {
      expect((await ask(url, '/docs')).body).toBe('docs')
      expect(await readers(url, '/docs', all)).toEqual([app])
      expect(await readers(url, '/other', all)).toEqual([partner])
    })
  })

  test('an OPTIONS request that is no preflight gets what it would get without the adapter', () =>
    withApp(platform, [Items], {}, async ({ url }) => {
      const answer = await ask(url, '/items/7', { method: 'OPTIONS', origin: app })
      expect(answer).toMatchObject({ status: 404, cors: [`access-control-allow-origin: ${app}`] })
      const bare = await start(platform, { module: class Bare {}, controllers: [Items] })
      const { status, body } = await ask(bare.url, '/items/7', { method: 'OPTIONS' }).finally(bare.close)
      expect(answer).toMatchObject({ status, body })
    }))
})

describe("Fastify's @RouteConstraints", () => {
  @Controller('constrained')
  class Constrained {
    @Put()
    @RouteConstraints({ host: 'partners.example' })
    @Cors(partners)
    constrained(): string {
      return 'constrained'
    }

    @Put()
    other(): string {
      return 'other'
    }
  }

  test('a request has the policy of its route, and a preflight that of the scope around', () =>
    withApp('fastify', [Constrained], {}, async ({ url }) => {
      const host = 'partners.example'
      expect(await ask(url, '/constrained', { method: 'PUT', origin: partner, host })).toMatchObject({
        body: 'constrained',
        cors: [`access-control-allow-origin: ${partner}`],
      })
      expect(await ask(url, '/constrained', { method: 'PUT', origin: app })).toMatchObject({
        body: 'other',
        cors: [`access-control-allow-origin: ${app}`],
      })
      const answer = await preflight(url, '/constrained', app, 'PUT')
      expect(answer.cors).toContain('access-control-max-age: 0')
      expect(await preflight(url, '/constrained', partner, 'PUT')).toMatchObject({ status: 403, cors: [] })
    }))
})

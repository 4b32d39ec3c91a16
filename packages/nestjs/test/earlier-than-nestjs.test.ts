import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Controller, Get } from '@nestjs/common'
import { ExpressAdapter } from '@nestjs/platform-express'
import express from 'express'
import { describe, expect, test } from 'vitest'
import { Cors, type CorsDecision, CorsModule, type CorsModuleInput } from '../src/index.js'
import { ask, preflight, readers } from './support/ask.js'
import { adapterWithEarlyRefusal } from './support/early.js'
import { type PlatformName, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'

const withEarlyRefusal = async (
  platform: PlatformName,
  options: CorsModuleInput,
  use: (url: string) => Promise<void>,
): Promise<void> => {
  const { url, close } = await start(
    platform,
    { module: class App {}, imports: [CorsModule.forRoot(options)] },
    { adapter: adapterWithEarlyRefusal(platform, '/early') },
  )
  await use(url).finally(close)
}

const line = [`access-control-allow-origin: ${app}`]

test('Express: middleware of an instance of your own that answers before NestJS gets no CORS headers', () =>
  withEarlyRefusal('express', { origins: [app] }, async (url) => {
    expect(await ask(url, '/early', { origin: app })).toMatchObject({ status: 401, cors: [], vary: [] })
    expect(await preflight(url, '/early', app, 'GET')).toMatchObject({ status: 401, cors: [], vary: [] })
    expect(await ask(url, '/later', { origin: app })).toMatchObject({ status: 404, cors: line })
  }))

test('Express: the place for the function is there before its first middleware', async () => {
  const instance = express()
  const seen: boolean[] = []
  instance.use((_, response, next) => {
    seen.push(Object.hasOwn(response, 'writeHead'))
    next()
  })
  const { url, close } = await start(
    'express',
    { module: class App {}, imports: [CorsModule.forRoot({ origins: [app] })] },
    { adapter: new ExpressAdapter(instance) },
  )
  expect(await ask(url, '/', { origin: app })).toMatchObject({ status: 404, cors: line, vary: ['origin'] })
  expect(seen).toEqual([true])
  await close()
})

test('Express: below an application whose middleware has put a writeHead of its own there', async () => {
  const outer = express()
  let wrote = 0
  outer.use((_, response, next) => {
    const { writeHead } = response
    response.writeHead = ((...given: Parameters<typeof writeHead>) => {
      wrote++
      return writeHead.apply(response, given)
    }) as typeof writeHead
    next()
  })
  const { app: inner, close } = await start('express', {
    module: class App {},
    imports: [CorsModule.forRoot({ origins: [app] })],
  })
  outer.use(inner.getHttpAdapter().getInstance())
  const server = outer.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await ask(url, '/', { origin: app })).toMatchObject({ status: 404, cors: line, vary: ['origin'] })
  expect(await preflight(url, '/', app, 'GET')).toMatchObject({ status: 204 })
  expect(wrote).toBe(2)
  server.close()
  await close()
})

describe('Fastify: the reply of a hook of an instance of your own has the headers of an actual request', () => {
  const lookup = (origin: string): Promise<boolean> => Promise.resolve(origin === app)
  test.each([
    ['a policy', { origins: [app] }],
    ['a lookup', { origins: [lookup] }],
  ])('of %s', (_title, policy) => {
    const told: CorsDecision['kind'][] = []
    const options = { policy, onDecision: ({ kind }: CorsDecision) => told.push(kind) }
    return withEarlyRefusal('fastify', options, async (url) => {
      const expected = { status: 401, cors: line, vary: ['origin'] }
      expect(await ask(url, '/early', { origin: app })).toMatchObject(expected)
      expect(await preflight(url, '/early', app, 'GET')).toMatchObject(expected)
      expect(told).toEqual(['actual', 'actual'])
      expect(await ask(url, '/later', { origin: app })).toMatchObject({ status: 404, cors: line })
      expect(told).toEqual(['actual', 'actual', 'actual'])
    })
  })

  test('and none where the policy function fails', () =>
    withEarlyRefusal('fastify', { policy: () => Promise.reject(new Error('secret')) }, async (url) => {
      expect(await ask(url, '/early', { origin: app })).toMatchObject({
        status: 401,
        cors: [],
        vary: ['origin'],
      })
    }))
})

test('Fastify: what a hook of an instance of your own sets is on the answer to a preflight, too', () =>
  withEarlyRefusal('fastify', { origins: [app] }, async (url) => {
    const { status, headers } = await preflight(url, '/later', app, 'GET')
    expect(status).toBe(204)
    expect(headers['x-early']).toBe('yes')
  }))

test('Fastify: a URL that its router refuses with 400 runs no hook, so its response has no CORS headers', () =>
  withEarlyRefusal('fastify', { origins: [app] }, async (url) => {
    const { status, cors } = await ask(url, '/%ZZ', { origin: app })
    // Older routers take it for a path without a route.
    expect([status, cors]).toEqual(status === 404 ? [404, line] : [400, []])
  }))

test('Express: the policy is that of the URL as it came, whatever middleware makes of it', async () => {
  @Controller('own')
  @Cors({ origins: [partner] })
  class Own {
    @Get()
    get(): string {
      return 'own'
    }
  }
  const { url, close } = await start(
    'express',
    { module: class App {}, imports: [CorsModule.forRoot({ origins: [app] })], controllers: [Own] },
    {
      configure: (nest) =>
        nest.use((request: { url: string }, _response: unknown, next: () => void) => {
          if (request.url === '/alias') request.url = '/own'
          next()
        }),
    },
  )
  try {
    expect(await ask(url, '/own', { origin: partner })).toMatchObject({ body: 'own' })
    expect(await readers(url, '/own', [app, partner])).toEqual([partner])
    expect(await ask(url, '/alias', { origin: partner })).toMatchObject({ body: 'own' })
    expect(await readers(url, '/alias', [app, partner])).toEqual([app])
  } finally {
    await close()
  }
})

test.each(['express', 'fastify'] as const)(
  '%s: a request that is no HTTP is refused by Node, without CORS headers',
  (platform) =>
    withEarlyRefusal(platform, { origins: [app] }, async (url) => {
      const answer = await ask(url, '/', { method: 'patch', origin: app })
      expect(answer).toMatchObject({ status: 400, cors: [] })
    }),
)

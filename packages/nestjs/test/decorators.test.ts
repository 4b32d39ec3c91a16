import { All, Controller, Delete, Get, Head, Module, Options, Patch, Post, Put } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cors, CorsModule, createCorsPolicy, NoCors } from '../src/index.js'
import { ask, preflight } from './support/ask.js'
import { platforms, type Running, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const reader = 'https://reader.example'

const partners = createCorsPolicy({
  origins: [partner],
  credentials: true,
  methods: ['PUT', 'PATCH'],
  maxAge: 300,
})
const readers = createCorsPolicy({ origins: [reader], maxAge: 60 })

@Controller('controller')
@Cors(partners)
class Decorated {
  @Get()
  list(): string {
    return 'list'
  }

  @Put()
  replace(): string {
    return 'replace'
  }

  @Get('own')
  @Cors(readers)
  own(): string {
    return 'own'
  }

  @Get('off')
  @NoCors()
  off(): string {
    return 'off'
  }

  @Options('off')
  @NoCors()
  offOptions(): string {
    return 'own OPTIONS'
  }

  @Get('options')
  withOptions(): string {
    return 'get'
  }

  @Options('options')
  options(): string {
    return 'own OPTIONS'
  }
}

@Controller('off')
@NoCors()
class Off {
  @Get()
  list(): string {
    return 'list'
  }

  @Get('own')
  @Cors(readers)
  own(): string {
    return 'own'
  }
}

@Controller('mixed')
class Mixed {
  @Head()
  @Cors(partners)
  head(): void {}

  @Get()
  @Cors(readers)
  get(): string {
    return 'get'
  }

  @Patch()
  @Cors(partners)
  patch(): string {
    return 'patch'
  }

  @Post()
  post(): string {
    return 'post'
  }

  @Delete()
  @NoCors()
  delete(): string {
    return 'delete'
  }
}

@Controller('all')
class Everything {
  @All()
  @Cors(partners)
  all(): string {
    return 'all'
  }

  @All('*')
  @Cors(readers)
  below(): string {
    return 'below'
  }
}

@Module({
  imports: [CorsModule.forRoot({ origins: [app], methods: ['DELETE'], maxAge: 600 })],
  controllers: [Decorated, Off, Mixed, Everything],
})
class App {}

const byPartners = (maxAge: string): readonly string[] => [
  `access-control-allow-origin: ${partner}`,
  'access-control-allow-credentials: true',
  'access-control-allow-methods: GET, HEAD, POST, PUT, PATCH',
  `access-control-max-age: ${maxAge}`,
]
const byReaders = (maxAge: string): readonly string[] => [
  `access-control-allow-origin: ${reader}`,
  `access-control-max-age: ${maxAge}`,
]
const byModule = (maxAge: string): readonly string[] => [
  `access-control-allow-origin: ${app}`,
  'access-control-allow-methods: GET, HEAD, POST, DELETE',
  `access-control-max-age: ${maxAge}`,
]
const denied = { status: 403, cors: [], body: '' }

describe.each(platforms)('%s', (platform) => {
  let running: Running
  beforeAll(async () => {
    running = await start(platform, App)
  })
  afterAll(() => running?.close())
  const answerTo = (path: string, origin: string, method: string): ReturnType<typeof preflight> =>
    preflight(running.url, path, origin, method)

  describe('the nearest policy decides, whole', () => {
    test.each([
      ['a controller', '/controller', partner, 'PUT', byPartners('300')],
      ['a handler of a decorated controller', '/controller/own', reader, 'GET', byReaders('60')],
      ['a handler of a controller without CORS', '/off/own', reader, 'GET', byReaders('60')],
      ['a path without a route', '/nowhere', app, 'DELETE', byModule('600')],
      ['a catch-all', '/all/1/2', reader, 'PUT', byReaders('60')],
      ['a route for all methods', '/all', partner, 'PATCH', byPartners('300')],
    ])('%s', async (_title, path, origin, method, cors) => {
      expect(await answerTo(path, origin, method)).toMatchObject({ status: 204, cors, body: '' })
    })

    test.each([
      ['a controller lets nobody of the module in', '/controller', app, 'PUT'],
      ['a handler lets nobody of its controller in', '/controller/own', partner, 'GET'],
      ['nor does a path without a route let in anybody of a controller', '/nowhere', partner, 'PUT'],
    ])('%s', async (_title, path, origin, method) => {
      expect(await answerTo(path, origin, method)).toMatchObject(denied)
    })

    test('for the request itself, too', async () => {
      const { url } = running
      expect(await ask(url, '/controller', { origin: partner })).toMatchObject({
        status: 200,
        cors: [`access-control-allow-origin: ${partner}`, 'access-control-allow-credentials: true'],
        vary: ['origin'],
        body: 'list',
      })
      expect(await ask(url, '/controller', { origin: app })).toMatchObject({ cors: [], vary: ['origin'] })
      expect(await ask(url, '/controller/own', { origin: partner })).toMatchObject({ cors: [], body: 'own' })
    })
  })

  describe('a path whose methods differ in policy', () => {
    test.each([
      ['GET has its own', reader, 'GET', byReaders('0')],
      ['HEAD has its own where there is a route for it', partner, 'HEAD', byPartners('0')],
      ['PATCH has another one', partner, 'PATCH', byPartners('0')],
      ['POST has that of the module', app, 'POST', byModule('0')],
      ['a method without a route has that of the module', app, 'PUT', byModule('0')],
    ])('%s, and no browser keeps the answer', async (_title, origin, method, cors) => {
      expect(await answerTo('/mixed', origin, method)).toMatchObject({ status: 204, cors })
    })

    test.each([
      ['GET', partner],
      ['HEAD', reader],
      ['PATCH', reader],
      ['POST', partner],
      ['patch', partner],
      ['PA TCH', partner],
    ])('%s is not judged by another one', async (method, origin) => {
      expect(await answerTo('/mixed', origin, method)).toMatchObject(denied)
    })

    test('HEAD itself has the policy of its own route', async () => {
      const head = await ask(running.url, '/mixed', { method: 'HEAD', origin: partner })
      expect(head.cors).toEqual([
        `access-control-allow-origin: ${partner}`,
        'access-control-allow-credentials: true',
      ])
    })
  })

  describe('@NoCors', () => {
    test.each(['/controller/off', '/off'])('%s has no CORS header and no Vary', async (path) => {
      expect(await ask(running.url, path, { origin: app })).toMatchObject({ status: 200, cors: [], vary: [] })
    })

    test("a preflight reaches the application's own OPTIONS", async () => {
      const answer = await answerTo('/controller/off', app, 'GET')
      expect(answer).toMatchObject({ status: 200, cors: [], vary: [], body: 'own OPTIONS' })
    })

    test('without one it gets what the framework answers', async () => {
      expect(await answerTo('/off', app, 'GET')).toMatchObject({ status: 404, cors: [], vary: [] })
      expect(await answerTo('/mixed', app, 'DELETE')).toMatchObject({ status: 404, cors: [], vary: [] })
    })
  })

  test("an application's own OPTIONS keeps working beside a preflight of its path", async () => {
    const { url } = running
    const plain = await ask(url, '/controller/options', { method: 'OPTIONS', origin: partner })
    expect(plain).toMatchObject({
      status: 200,
      body: 'own OPTIONS',
      cors: [`access-control-allow-origin: ${partner}`, 'access-control-allow-credentials: true'],
    })
    expect(await answerTo('/controller/options', partner, 'GET')).toMatchObject({
      status: 204,
      cors: byPartners('300'),
    })
  })
})

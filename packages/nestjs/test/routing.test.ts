import {
  Controller,
  Get,
  Module,
  Options,
  Param,
  Put,
  RequestMethod,
  Version,
  VersioningType,
} from '@nestjs/common'
import { RouterModule } from '@nestjs/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cors, CorsModule, createCorsPolicy } from '../src/index.js'
import { ask, preflight } from './support/ask.js'
import { platforms, type Running, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const partners = createCorsPolicy({ origins: [partner], methods: ['PUT'] })

@Controller(['first', 'second/place'])
class SeveralPaths {
  @Put([':id/name', 'named/:name'])
  @Cors(partners)
  rename(@Param() parameters: object): object {
    return parameters
  }
}

@Controller('files')
class Files {
  @Put('*')
  @Cors(partners)
  write(): string {
    return 'written'
  }

  @Put('special/:id')
  special(): string {
    return 'special'
  }

  @Options('listed/:id')
  options(): string {
    return 'options'
  }
}

@Controller({ path: 'versioned', version: '1' })
@Cors(partners)
class VersionOne {
  @Put()
  update(): string {
    return 'one'
  }
}

@Controller({ path: 'versioned', version: ['2', '3'] })
class VersionTwo {
  @Put()
  update(): string {
    return 'two'
  }
}

@Controller('handlers')
class VersionedHandlers {
  @Put()
  @Version('1')
  @Cors(partners)
  one(): string {
    return 'one'
  }

  @Put()
  @Version('2')
  two(): string {
    return 'two'
  }
}

@Controller('health')
@Cors(partners)
class Health {
  @Get()
  check(): string {
    return 'fine'
  }
}

@Controller('inner')
@Cors(partners)
class Inner {
  @Get()
  list(): string {
    return 'inner'
  }
}

@Module({ controllers: [Inner] })
class InnerModule {}

@Module({
  imports: [
    CorsModule.forRoot({ origins: [app], methods: ['PUT'] }),
    InnerModule,
    RouterModule.register([{ path: 'outer', module: InnerModule }]),
  ],
  controllers: [SeveralPaths, VersionOne, VersionTwo, VersionedHandlers, Health],
})
class App {}

describe.each(platforms)('%s', (platform) => {
  let running: Running
  beforeAll(async () => {
    running = await start(platform, App, {
      configure: (nest) => {
        nest.setGlobalPrefix('api', { exclude: [{ path: 'health', method: RequestMethod.GET }] })
        nest.enableVersioning({ type: VersioningType.URI })
      },
    })
  })
  afterAll(() => running?.close())

  const isPartners = async (path: string, method: string): Promise<void> => {
    const answer = await preflight(running.url, path, partner, method)
    expect(answer).toMatchObject({
      status: 204,
      cors: [`access-control-allow-origin: ${partner}`, 'access-control-allow-methods: GET, HEAD, POST, PUT'],
    })
    expect(await preflight(running.url, path, app, method)).toMatchObject({ status: 403, cors: [] })
    const actual = await ask(running.url, path, { method, origin: partner })
    expect(actual.status).toBe(200)
    expect(actual.cors).toEqual([`access-control-allow-origin: ${partner}`])
  }
  const isModules = async (path: string, method: string, status: number): Promise<void> => {
    expect(await preflight(running.url, path, partner, method)).toMatchObject({ status: 403, cors: [] })
    expect(await preflight(running.url, path, app, method)).toMatchObject({ status: 204 })
    const actual = await ask(running.url, path, { method, origin: app })
    expect(actual).toMatchObject({ status, cors: [`access-control-allow-origin: ${app}`] })
  }

  test.each([
    '/api/first/7/name',
    '/api/first/named/x',
    '/api/second/place/7/name',
    '/api/second/place/named/a%2Fb?query=1',
  ])('each path of arrays of paths, with parameters: %s', (path) => isPartners(path, 'PUT'))

  test.each(['/first/7/name', '/api/first/7', '/api/first/7/name/more', '/api/third/7/name'])(
    'and no other path: %s',
    (path) => isModules(path, 'PUT', 404),
  )

  test('a version in the path', async () => {
    await isPartners('/api/v1/versioned', 'PUT')
    await isModules('/api/v2/versioned', 'PUT', 200)
    await isModules('/api/v3/versioned', 'PUT', 200)
    await isModules('/api/versioned', 'PUT', 404)
    await isPartners('/api/v1/handlers', 'PUT')
    await isModules('/api/v2/handlers', 'PUT', 200)
  })

  test('a path that the global prefix excludes', async () => {
    await isPartners('/health', 'GET')
    await isModules('/api/health', 'GET', 404)
  })

  test('a module with a path of its own', () => isPartners('/api/outer/inner', 'GET'))

  test('a path that cannot be decoded has the policy of the module, or is refused before anything', async () => {
    const answer = await ask(running.url, '/api/first/%ZZ/name', { method: 'PUT', origin: app })
    expect(answer.status).toBe(400)
    expect(answer.cors).toEqual(platform === 'express' ? [`access-control-allow-origin: ${app}`] : [])
  })
})

describe.each(platforms)('wildcards on %s', (platform) => {
  let running: Running
  beforeAll(async () => {
    running = await start(platform, {
      module: class Wildcards {},
      imports: [CorsModule.forRoot({ origins: [app], methods: ['PUT'], maxAge: 600 })],
      controllers: [Files],
    })
  })
  afterAll(() => running?.close())

  test('everything below', async () => {
    const below = await preflight(running.url, '/files/a/b', partner, 'PUT')
    expect(below).toMatchObject({ status: 204 })
    expect(below.cors).toContain(`access-control-allow-origin: ${partner}`)
    expect(await preflight(running.url, '/other', partner, 'PUT')).toMatchObject({ status: 403, cors: [] })
  })

  test('the route that would run is the one that judges', async () => {
    const { body } = await ask(running.url, '/files/special/1', { method: 'PUT', origin: app })
    // Express runs the route that stands first, Fastify the one that fits best.
    expect(body).toBe(platform === 'express' ? 'written' : 'special')
    const judge = platform === 'express' ? partner : app
    const other = platform === 'express' ? app : partner
    expect(await preflight(running.url, '/files/special/1', judge, 'PUT')).toMatchObject({ status: 204 })
    expect(await preflight(running.url, '/files/special/1', other, 'PUT')).toMatchObject({ status: 403 })
  })

  test('so it is where an OPTIONS route of the application fits better', async () => {
    const path = '/files/listed/1'
    expect((await ask(running.url, path, { method: 'PUT', origin: app })).body).toBe('written')
    expect((await ask(running.url, path, { method: 'OPTIONS', origin: app })).body).toBe('options')
    expect(await preflight(running.url, path, partner, 'PUT')).toMatchObject({ status: 204, body: '' })
    expect(await preflight(running.url, path, app, 'PUT')).toMatchObject({ status: 403, cors: [] })
    expect(await preflight(running.url, path, app, 'OPTIONS')).toMatchObject({ status: 204 })
  })
})

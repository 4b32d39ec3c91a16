import { type AddressInfo, createConnection } from 'node:net'
import { Controller, Get, type INestApplication, Put } from '@nestjs/common'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'
import { describe, expect, test } from 'vitest'
import { Cors, CorsConfigError, CorsModule, type CorsModuleInput } from '../src/index.js'
import { ask, preflight } from './support/ask.js'
import { adapterOf, platforms } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'

@Controller('items')
class Items {
  @Get()
  list(): string {
    return 'list'
  }

  @Put()
  @Cors({ origins: [partner] })
  update(): string {
    return 'update'
  }
}

const compile = (
  options: CorsModuleInput,
): ReturnType<ReturnType<typeof Test.createTestingModule>['compile']> =>
  Test.createTestingModule({ imports: [CorsModule.forRoot(options)], controllers: [Items] }).compile()

const check = async (nest: INestApplication): Promise<void> => {
  const { port } = nest.getHttpServer().address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  expect(await ask(url, '/items', { origin: app })).toMatchObject({
    status: 200,
    cors: [`access-control-allow-origin: ${app}`],
  })
  expect(await preflight(url, '/items', partner, 'PUT')).toMatchObject({ status: 204 })
  expect(await preflight(url, '/items', app, 'PUT')).toMatchObject({ status: 403, cors: [] })
}

describe.each(platforms)('Test.createTestingModule(…).createNestApplication() on %s', (platform) => {
  test('with listen', async () => {
    const nest = (await compile({ origins: [app] })).createNestApplication(adapterOf(platform), {
      logger: false,
    })
    await nest.listen(0, '127.0.0.1')
    await check(nest).finally(() => nest.close())
  })

  test('with init, and the server on its own', async () => {
    const nest = (await compile({ origins: [app] })).createNestApplication(adapterOf(platform), {
      logger: false,
    })
    await nest.init()
    if (platform === 'fastify') await nest.getHttpAdapter().getInstance().ready()
    const server = nest.getHttpServer() as { listen(port: number, host: string, done: () => void): void }
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await check(nest).finally(() => nest.close())
  })

  test("refuses NestJS's own CORS", async () => {
    const compiled = await compile({ origins: [app] })
    const nest = compiled.createNestApplication(adapterOf(platform), { logger: false, cors: true })
    await expect(nest.init()).rejects.toBeInstanceOf(CorsConfigError)
    expect(() => nest.enableCors()).toThrow(CorsConfigError)
  })

  test('fails for an adapter of another kind, not later', async () => {
    const adapter = adapterOf(platform)
    adapter.getType = () => 'other'
    const nest = (await compile({ origins: [app] })).createNestApplication(adapter, { logger: false })
    await expect(nest.init()).rejects.toThrow('not for the HTTP adapter "other"')
  })
})

test('a mistake fails compile()', async () => {
  await expect(compile({ origins: [] })).rejects.toBeInstanceOf(CorsConfigError)
})

test("requests that are injected by Fastify's means", async () => {
  const compiled = await compile({ origins: [app], maxAge: 60 })
  const nest = compiled.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false })
  await nest.init()
  await nest.getHttpAdapter().getInstance().ready()
  try {
    const headers = { origin: partner, 'access-control-request-method': 'PUT' }
    const answer = await nest.inject({ method: 'OPTIONS', url: '/items', headers })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['access-control-allow-origin']).toBe(partner)
  } finally {
    await nest.close()
  }
})

test('no connection is left behind by a preflight', async () => {
  const nest = (await compile({ origins: [app] })).createNestApplication(new FastifyAdapter(), {
    logger: false,
  })
  await nest.listen(0, '127.0.0.1')
  const { port } = nest.getHttpServer().address() as AddressInfo
  const socket = createConnection(port, '127.0.0.1')
  let text = ''
  const twice = new Promise<void>((resolve, reject) => {
    socket.on('error', reject).on('data', (chunk) => {
      text += String(chunk)
      if (text.split('HTTP/1.1 204').length === 3) resolve()
    })
  })
  const request = `OPTIONS /items HTTP/1.1\r\nHost: x\r\nOrigin: ${app}\r\nAccess-Control-Request-Method: GET\r\n\r\n`
  socket.write(request + request)
  await twice
  socket.destroy()
  await nest.close()
  expect(text.match(/access-control-allow-origin/g)).toHaveLength(2)
})

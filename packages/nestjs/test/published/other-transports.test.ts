import { Controller, type DynamicModule, Get, Put } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { MessagePattern, type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { IoAdapter } from '@nestjs/platform-socket.io'
import { WsAdapter } from '@nestjs/platform-ws'
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'
import { describe, expect, test } from 'vitest'
import { Cors, CorsModule } from '../../src/index.js'
import { ask, preflight } from '../support/ask.js'
import { platforms, type Running, start } from '../support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const socket = 'https://socket.example'
const transport: MicroserviceOptions = { transport: Transport.TCP, options: { host: '127.0.0.1', port: 0 } }

@Controller('items')
class Items {
  @Get()
  list(): string {
    return 'items'
  }

  @Put()
  @Cors({ origins: [partner], methods: ['PUT'] })
  replace(): string {
    return 'replaced'
  }

  @MessagePattern('items')
  message(): string {
    return 'message'
  }
}

@WebSocketGateway({ cors: { origin: socket } })
class Gateway {
  @SubscribeMessage('ping')
  ping(): string {
    return 'pong'
  }
}

const appModule: DynamicModule = {
  module: class App {},
  imports: [CorsModule.forRoot({ origins: [app], maxAge: 60 })],
  controllers: [Items],
  providers: [Gateway],
}

const expectCors = async ({ url }: Running): Promise<void> => {
  const line = `access-control-allow-origin: ${app}`
  expect(await ask(url, '/items', { origin: app })).toMatchObject({ status: 200, cors: [line] })
  expect(await ask(url, '/missing', { origin: app })).toMatchObject({ status: 404, cors: [line] })
  expect((await preflight(url, '/items', partner, 'PUT')).status).toBe(204)
  expect((await preflight(url, '/items', partner, 'GET')).status).toBe(403)
}

describe.each(platforms)('on %s', (platform) => {
  test('a hybrid application, which is a microservice as well', async () => {
    const running = await start(platform, appModule, {
      configure: async (nest) => {
        nest.connectMicroservice(transport, { inheritAppConfig: true })
        await nest.startAllMicroservices()
      },
    })
    await expectCors(running).finally(running.close)
  })

  test('gateways at the same port, with ws', async () => {
    const running = await start(platform, appModule, {
      configure: (nest) => nest.useWebSocketAdapter(new WsAdapter(nest)),
    })
    await expectCors(running).finally(running.close)
  })

  test('what socket.io answers over HTTP has the headers of the gateway, and not those of CorsModule', async () => {
    const running = await start(platform, appModule, {
      configure: (nest) => nest.useWebSocketAdapter(new IoAdapter(nest)),
    })
    try {
      await expectCors(running)
      const polling = await ask(running.url, '/socket.io/?EIO=4&transport=polling', { origin: app })
      expect(polling.cors).toEqual([`access-control-allow-origin: ${socket}`])
    } finally {
      await running.close()
    }
  })
})

test('a microservice alone starts, and has no CORS', async () => {
  const microservice = await NestFactory.createMicroservice<MicroserviceOptions>(appModule, {
    ...transport,
    logger: false,
    abortOnError: false,
  })
  await expect(microservice.listen()).resolves.not.toThrow()
  await microservice.close()
})

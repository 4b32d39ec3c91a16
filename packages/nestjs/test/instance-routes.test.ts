import { Controller, Get, Module } from '@nestjs/common'
import type { Express } from 'express'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Cors, CorsModule } from '../src/index.js'
import { preflight, readers } from './support/ask.js'
import { type Running, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'

@Controller()
@Cors({ origins: [partner], methods: ['PUT'], maxAge: 600 })
class Partners {
  @Get('shared')
  shared(): string {
    return 'shared'
  }

  @Get(':anything')
  anything(): string {
    return 'anything'
  }
}

@Module({ imports: [CorsModule.forRoot({ origins: [app] })], controllers: [Partners] })
class AppModule {}

let running: Running

beforeAll(async () => {
  running = await start('fastify', AppModule, {
    configure: async (nest) => {
      const instance = nest.getHttpAdapter().getInstance() as FastifyInstance
      instance.put('/shared', async () => 'of the instance')
      await instance.register(
        async (plugin) => {
          plugin.get('/', async () => 'of a plugin')
        },
        { prefix: '/queues' },
      )
    },
  })
})
afterAll(() => running.close())

test('Fastify: a preflight for a route of a plugin is not judged by a controller whose path matches, too', async () => {
  expect(await readers(running.url, '/queues', [app, partner])).toEqual([app])
  expect(await readers(running.url, '/other', [app, partner])).toEqual([partner])
})

test('Fastify: the answer for a path that the instance has a route for, too, speaks for no other method', async () => {
  expect((await preflight(running.url, '/shared', partner, 'GET')).cors).toContain(
    'access-control-max-age: 0',
  )
  expect(await readers(running.url, '/shared', [app, partner], { method: 'PUT' })).toEqual([app])
  expect((await preflight(running.url, '/other', partner, 'GET')).cors).toContain(
    'access-control-max-age: 600',
  )
})

test('Express: routes of its own instance are not seen, since they may go on to the next one', async () => {
  const { url, close } = await start('express', AppModule, {
    configure: (nest) => {
      const instance = nest.getHttpAdapter().getInstance() as Express
      instance.put('/shared', (_, response) => {
        response.send('of the instance')
      })
    },
  })
  try {
    expect((await preflight(url, '/shared', partner, 'GET')).cors).toContain('access-control-max-age: 600')
    expect(await readers(url, '/shared', [app, partner], { method: 'PUT' })).toEqual([app])
  } finally {
    await close()
  }
})

import { Controller, Get, type Type } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cors, CorsModule, createCorsPolicy, NoCors } from '../src/index.js'
import { ask, preflight, readers } from './support/ask.js'
import { type Running, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const reader = 'https://reader.example'
const all = [app, partner, reader]
const partners = createCorsPolicy({ origins: [partner] })
const everyReader = createCorsPolicy({ origins: [reader] })

const onHost = (host: string | RegExp | (string | RegExp)[], body: string, policy?: ClassDecorator): Type => {
  @Controller({ host, path: 'scoped' })
  class Scoped {
    @Get()
    get(): string {
      return body
    }
  }
  policy?.(Scoped)
  return Scoped
}

describe('controllers for some hosts, on express', () => {
  let running: Running
  beforeAll(async () => {
    running = await start('express', {
      module: class Hosts {},
      imports: [CorsModule.forRoot({ origins: [app] })],
      controllers: [
        onHost(':tenant.partners.example', 'tenant', Cors(partners)),
        onHost(['one.example', /^two\.example$/], 'listed', Cors(everyReader)),
        onHost('three.example', 'undecorated'),
        onHost('four.example', 'off', NoCors()),
      ],
    })
  })
  afterAll(() => running?.close())

  test.each([
    ['a.partners.example', 'tenant', [partner]],
    ['one.example', 'listed', [reader]],
    ['two.example', 'listed', [reader]],
    ['three.example', 'undecorated', [app]],
    ['four.example', 'off', []],
  ])('%s', async (host, body, origins) => {
    const { url } = running
    expect((await ask(url, '/scoped', { host })).body).toBe(body)
    expect(await readers(url, '/scoped', all, { host })).toEqual(origins)
  })

  test('another host has no route, and so the policy of the module', async () => {
    const answer = await ask(running.url, '/scoped', { origin: app, host: 'x.example' })
    expect(answer).toMatchObject({ status: 404, cors: [`access-control-allow-origin: ${app}`] })
    expect(await preflight(running.url, '/scoped', app, 'GET')).toMatchObject({ status: 204 })
  })
})

test('on fastify, which has one route for a path, another host has the policy of the module', async () => {
  const running = await start('fastify', {
    module: class Hosts {},
    imports: [CorsModule.forRoot({ origins: [app] })],
    controllers: [onHost(':tenant.partners.example', 'tenant', Cors(partners))],
  })
  try {
    const { url } = running
    expect((await ask(url, '/scoped', { host: 'a.partners.example' })).body).toBe('tenant')
    expect(await readers(url, '/scoped', all, { host: 'a.partners.example' })).toEqual([partner])
    expect(await ask(url, '/scoped', { host: 'x.example' })).not.toMatchObject({ status: 200 })
    expect(await readers(url, '/scoped', all, { host: 'x.example' })).toEqual([app])
  } finally {
    await running.close()
  }
})

test('there a preflight from another host is judged by no catch-all', async () => {
  @Controller()
  @Cors(everyReader)
  class CatchAll {
    @Get('*')
    get(): string {
      return 'caught'
    }
  }
  const running = await start('fastify', {
    module: class Hosts {},
    imports: [CorsModule.forRoot({ origins: [app] })],
    controllers: [onHost('one.example', 'listed', Cors(partners)), CatchAll],
  })
  try {
    const { url } = running
    expect(await readers(url, '/other', all, { host: 'x.example' })).toEqual([reader])
    expect(await readers(url, '/scoped', all, { host: 'one.example' })).toEqual([partner])
    expect(await readers(url, '/scoped', all, { host: 'x.example' })).toEqual([app])
    expect(await preflight(url, '/scoped', reader, 'GET')).toMatchObject({ status: 403, cors: [] })
    expect(await preflight(url, '/scoped', app, 'GET')).toMatchObject({ status: 204 })
  } finally {
    await running.close()
  }
})

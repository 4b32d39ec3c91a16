import { Controller, Get, Module, Put } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cors, CorsModule, createCorsPolicy, NoCors } from '../src/index.js'
import { ask, readers } from './support/ask.js'
import { platforms, type Running, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const reader = 'https://reader.example'
const partners = createCorsPolicy({ origins: [partner] })
const everyReader = createCorsPolicy({ origins: [reader] })

abstract class Crud {
  @Get()
  list(): string {
    return `list of ${this.constructor.name}`
  }

  @Put()
  @Cors(everyReader)
  update(): string {
    return `update of ${this.constructor.name}`
  }
}

@Controller('plain')
class Plain extends Crud {}

@Controller('partners')
@Cors(partners)
class Partners extends Crud {}

@Controller('off')
@NoCors()
class Off extends Crud {
  @Get()
  override list(): string {
    return `own ${super.list()}`
  }
}

@Controller('child')
class Child extends Partners {}

@Controller('own')
@Cors(partners)
class Own {
  @Get()
  read(): string {
    return 'own'
  }
}

/** As a mixin does it. */
@Controller('copied')
class Copied {}
Object.defineProperties(Copied.prototype, {
  read: { ...Object.getOwnPropertyDescriptor(Own.prototype, 'read') },
})

@Module({
  imports: [CorsModule.forRoot({ origins: [app] })],
  controllers: [Plain, Partners, Off, Child, Own, Copied],
})
class App {}

const all = [app, partner, reader]

describe.each(platforms)('controllers that share handlers, on %s', (platform) => {
  let running: Running
  beforeAll(async () => {
    running = await start(platform, App)
  })
  afterAll(() => running?.close())

  test.each([
    ['/plain', 'GET', [app]],
    ['/partners', 'GET', [partner]],
    ['/child', 'GET', [partner]],
    ['/off', 'GET', []],
    ['/own', 'GET', [partner]],
    ['/copied', 'GET', [app]],
    ['/plain', 'PUT', [reader]],
    ['/partners', 'PUT', [reader]],
    ['/child', 'PUT', [reader]],
    ['/off', 'PUT', [reader]],
  ])('%s %s: each controller has its own policy', async (path, method, origins) => {
    expect(await readers(running.url, path, all, { method })).toEqual(origins)
  })

  test.each([
    ['/plain', 'list of Plain'],
    ['/partners', 'list of Partners'],
    ['/child', 'list of Child'],
    ['/off', 'own list of Off'],
    ['/copied', 'own'],
  ])('%s: what a handler does stays', async (path, body) => {
    expect(await ask(running.url, path)).toMatchObject({ status: 200, body })
  })

  test('a second application of the same controllers is the same', async () => {
    const { list } = Plain.prototype
    const second = await start(platform, App)
    try {
      // It wraps nothing that the first one has wrapped.
      expect(Plain.prototype.list).toBe(list)
      expect(await readers(second.url, '/partners', all)).toEqual([partner])
      expect(await readers(second.url, '/plain', all)).toEqual([app])
    } finally {
      await second.close()
    }
  })
})

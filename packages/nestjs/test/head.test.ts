import { All, Controller, Get, Head, type Type } from '@nestjs/common'
import { describe, expect, test } from 'vitest'
import { Cors, CorsModule, createCorsPolicy } from '../src/index.js'
import { ask, readers } from './support/ask.js'
import { type PlatformName, platforms, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const reader = 'https://reader.example'
const partners = createCorsPolicy({ origins: [partner] })
const readersOnly = createCorsPolicy({ origins: [reader] })

const readersOf = async (
  platform: PlatformName,
  controller: Type,
  path: string,
  method: string,
): Promise<{ readonly body: string; readonly origins: readonly string[] }> => {
  const { url, close } = await start(platform, {
    module: class App {},
    imports: [CorsModule.forRoot({ origins: [app], methods: ['PUT'] })],
    controllers: [controller],
  })
  try {
    const { body } = await ask(url, path, { method })
    return { body, origins: await readers(url, path, [app, partner, reader], { method }) }
  } finally {
    await close()
  }
}

@Controller('caught')
class BesideCatchAll {
  @Get('secret')
  @Cors(partners)
  secret(): string {
    return 'secret'
  }

  @Head('own')
  @Cors(readersOnly)
  ownHead(): void {}

  @Get('own')
  @Cors(partners)
  own(): string {
    return 'own'
  }

  @All('*')
  any(): string {
    return 'any'
  }
}

/** Without one, HEAD is answered by what answers GET. */
test.each(
  platforms.flatMap((platform) => [
    [platform, 'GET', '/caught/secret', 'secret', partner] as const,
    [platform, 'HEAD', '/caught/secret', '', partner] as const,
    [platform, 'PUT', '/caught/secret', 'any', app] as const,
    [platform, 'GET', '/caught/own', 'own', partner] as const,
    [platform, 'HEAD', '/caught/own', '', reader] as const,
    [platform, 'HEAD', '/caught/other', '', app] as const,
  ]),
)('beside a catch-all, on %s, %s %s', async (platform, method, path, body, origin) => {
  expect(await readersOf(platform, BesideCatchAll, path, method)).toEqual({ body, origins: [origin] })
})

// Fastify does not start then.
describe('on express HEAD has the policy of its own route, also where GET stands before it', () => {
  @Controller('head')
  class HeadAfterGet {
    @Get()
    get(): string {
      return 'get'
    }

    @All('*')
    @Cors(readersOnly)
    any(): void {}

    @Head()
    @Cors(partners)
    head(): void {}
  }

  test.each([
    ['HEAD', '', partner],
    ['GET', 'get', app],
  ])('%s', async (method, body, origin) => {
    expect(await readersOf('express', HeadAfterGet, '/head', method)).toEqual({ body, origins: [origin] })
  })
})

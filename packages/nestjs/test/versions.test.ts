import { Controller, Get, Put, type Type, VERSION_NEUTRAL, Version, VersioningType } from '@nestjs/common'
import { describe, expect, test } from 'vitest'
import { Cors, CorsModule, createCorsPolicy } from '../src/index.js'
import { ask, preflight } from './support/ask.js'
import { platforms, type Running, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const reader = 'https://reader.example'
const partners = createCorsPolicy({ origins: [partner], methods: ['PUT'], maxAge: 300 })
const readers = createCorsPolicy({ origins: [reader], methods: ['PUT'], maxAge: 60 })

@Controller({ path: 'controllers', version: '1' })
@Cors(partners)
class One {
  @Put()
  update(): string {
    return 'one'
  }
}

@Controller({ path: 'controllers', version: '2' })
class Two {
  @Put()
  @Cors(readers)
  update(): string {
    return 'two'
  }
}

@Controller('handlers')
@Cors(partners)
class Handlers {
  @Put()
  @Version('1')
  one(): string {
    return 'one'
  }

  @Put()
  @Version('2')
  @Cors(readers)
  two(): string {
    return 'two'
  }

  @Get('neutral')
  @Version(VERSION_NEUTRAL)
  @Cors(readers)
  neutral(): string {
    return 'neutral'
  }
}

const ways = [
  [
    'a header',
    { type: VersioningType.HEADER, header: 'X-Version' },
    (version: string) => ['X-Version', version],
  ],
  [
    'the media type',
    { type: VersioningType.MEDIA_TYPE, key: 'v=' },
    (version: string) => ['Accept', `application/json;v=${version}`],
  ],
  [
    'something of its own',
    {
      type: VersioningType.CUSTOM,
      extractor: (request: unknown) => {
        const { headers } = request as { headers: Record<string, string | undefined> }
        return headers['x-custom'] ?? ''
      },
    },
    (version: string) => ['X-Custom', version],
  ],
] as const

const withApp = async (
  platform: (typeof platforms)[number],
  versioning: (typeof ways)[number][1],
  controllers: readonly Type[],
  use: (running: Running) => Promise<void>,
): Promise<void> => {
  const running = await start(
    platform,
    {
      module: class App {},
      imports: [CorsModule.forRoot({ origins: [app], methods: ['PUT'], maxAge: 600 })],
      controllers: [...controllers],
    },
    { configure: (nest) => nest.enableVersioning(versioning) },
  )
  try {
    await use(running)
  } finally {
    await running.close()
  }
}

describe.each(platforms)('%s', (platform) => {
  describe.each(ways)('versions by %s', (_title, versioning, headerOf) => {
    const put = (url: string, path: string, version: string, origin: string): ReturnType<typeof ask> => {
      const [name, value] = headerOf(version)
      return ask(url, path, { method: 'PUT', origin, headers: [[String(name), String(value)]] })
    }

    test('a request has the policy of the version that it asks for', () =>
      withApp(platform, versioning, [One, Two, Handlers], async ({ url }) => {
        for (const path of ['/controllers', '/handlers']) {
          expect(await put(url, path, '1', partner)).toMatchObject({
            body: 'one',
            cors: [`access-control-allow-origin: ${partner}`],
          })
          expect(await put(url, path, '2', reader)).toMatchObject({
            body: 'two',
            cors: [`access-control-allow-origin: ${reader}`],
          })
          expect(await put(url, path, '2', partner)).toMatchObject({ body: 'two', cors: [] })
          expect(await put(url, path, '3', app)).toMatchObject({
            status: 404,
            cors: [`access-control-allow-origin: ${app}`],
          })
        }
      }))

    test('a preflight cannot say which, so the module decides for versions of controllers', () =>
      withApp(platform, versioning, [One, Two, Handlers], async ({ url }) => {
        const answer = await preflight(url, '/controllers', app, 'PUT')
        expect(answer).toMatchObject({ status: 204 })
        expect(answer.cors).toContain('access-control-max-age: 0')
        expect(await preflight(url, '/controllers', partner, 'PUT')).toMatchObject({ status: 403, cors: [] })
        expect(await preflight(url, '/controllers', reader, 'PUT')).toMatchObject({ status: 403, cors: [] })
      }))

    test('also where there is one version only', () =>
      withApp(platform, versioning, [One], async ({ url }) => {
        expect(await preflight(url, '/controllers', app, 'PUT')).toMatchObject({ status: 204 })
        expect(await preflight(url, '/controllers', partner, 'PUT')).toMatchObject({ status: 403, cors: [] })
      }))

    test('and the controller decides for versions of its own handlers', () =>
      withApp(platform, versioning, [Handlers], async ({ url }) => {
        const answer = await preflight(url, '/handlers', partner, 'PUT')
        expect(answer).toMatchObject({ status: 204 })
        expect(answer.cors).toContain('access-control-max-age: 0')
        expect(await preflight(url, '/handlers', reader, 'PUT')).toMatchObject({ status: 403, cors: [] })
        expect(await preflight(url, '/handlers', app, 'PUT')).toMatchObject({ status: 403, cors: [] })
      }))

    test('a handler for every version is judged by itself', () =>
      withApp(platform, versioning, [Handlers], async ({ url }) => {
        const answer = await preflight(url, '/handlers/neutral', reader, 'GET')
        expect(answer).toMatchObject({ status: 204 })
        expect(answer.cors).toContain('access-control-max-age: 60')
      }))
  })
})

// Fastify asks the extractor while it routes, before anything of ours; older adapters then do not answer at all.
test('where the extractor of versions throws, nothing is open, on express', async () => {
  const versioning = {
    type: VersioningType.CUSTOM,
    extractor: (): string => {
      throw new Error('no version')
    },
  } as const
  await withApp('express', versioning as (typeof ways)[2][1], [One], async ({ url }) => {
    const answer = await ask(url, '/controllers', { method: 'PUT', origin: partner })
    expect(answer).toMatchObject({ status: 500, cors: [] })
  })
})

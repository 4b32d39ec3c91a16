import { Controller, type DynamicModule, Get } from '@nestjs/common'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { describe, expect, test } from 'vitest'
import { CorsModule, type CorsModuleInput } from '../src/index.js'
import { ask, preflight } from './support/ask.js'
import { adapterOf, type PlatformName, platforms, start } from './support/start.js'

const app = 'https://app.example'

/** What ran, in order. */
const runs: string[] = []

@Controller()
class Root {
  @Get()
  get(): string {
    runs.push('handler')
    return 'root'
  }
}

type Hook = (request: unknown, response: unknown, done: (error?: unknown) => void) => unknown

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

const ways: readonly (readonly [title: string, hook: Hook])[] = [
  [
    'calls done',
    (_request, _response, done) => {
      runs.push('hook')
      done()
    },
  ],
  [
    'calls done later',
    (_request, _response, done) => {
      void later().then(() => {
        runs.push('hook')
        done()
      })
    },
  ],
  [
    'is async',
    async (_request, _response, done) => {
      await later()
      runs.push('hook')
      done()
    },
  ],
]

const lookup = (origin: string): Promise<boolean> => Promise.resolve(origin === app)
const policies: readonly (readonly [title: string, options: CorsModuleInput])[] = [
  ['a policy', { origins: [app] }],
  ['a lookup', { origins: [lookup] }],
]

const moduleWith = (options: CorsModuleInput): DynamicModule => ({
  module: class App {},
  imports: [CorsModule.forRoot(options)],
  controllers: [Root],
})

const withHook = async (
  platform: PlatformName,
  options: CorsModuleInput,
  hook: Hook,
  use: (url: string) => Promise<void>,
): Promise<void> => {
  const adapter = adapterOf(platform)
  adapter.setOnRequestHook(hook)
  const { url, close } = await start(platform, moduleWith(options), { adapter })
  await use(url).finally(close)
}

describe.each(platforms)('%s', (platform) => {
  describe.each(policies)('beside %s', (_title, options) => {
    describe.each(ways)('a hook of somebody else that %s', (_way, hook) => {
      const expectBoth = async (url: string): Promise<void> => {
        runs.length = 0
        const answer = await ask(url, '/', { origin: app })
        expect(answer).toMatchObject({ status: 200, body: 'root' })
        expect(answer.cors).toEqual([`access-control-allow-origin: ${app}`])
        expect(runs).toEqual(['hook', 'handler'])
        expect(await preflight(url, '/', app, 'GET')).toMatchObject({ status: 204 })
        // A preflight is answered before it.
        expect(runs).toEqual(['hook', 'handler'])
      }

      test('is kept where it was there before', () => withHook(platform, options, hook, expectBoth))

      test('does not replace CORS where it comes later', async () => {
        const adapter = adapterOf(platform)
        const configure = (): void => adapter.setOnRequestHook(hook)
        const { url, close } = await start(platform, moduleWith(options), { adapter, configure })
        await expectBoth(url).finally(close)
      })
    })

    test('a hook of somebody else that fails makes a server error, with CORS', () =>
      withHook(
        platform,
        options,
        (_request, _response, done) => done(new Error('by hook')),
        async (url) => {
          const answer = await ask(url, '/', { origin: app })
          expect(answer).toMatchObject({ status: 500, cors: [`access-control-allow-origin: ${app}`] })
        },
      ))
  })

  // Where nothing is waited for, this is between the hook and the adapter: older ones end the process.
  const failing: readonly (readonly [title: string, hook: Hook])[] = [
    [
      'throws',
      () => {
        throw new Error('by hook')
      },
    ],
    ['rejects', () => Promise.reject(new Error('by hook'))],
  ]
  test.each(failing)('after a lookup so does a hook of somebody else that %s', (_title, hook) =>
    withHook(platform, { origins: [lookup] }, hook, async (url) => {
      const answer = await ask(url, '/', { origin: app })
      expect(answer).toMatchObject({ status: 500, cors: [`access-control-allow-origin: ${app}`] })
    }),
  )
})

// Adapters before NestJS 12 wait for `done` alone.
test.runIf('runLifecycleHook' in FastifyAdapter.prototype).each(policies)(
  'fastify goes on when the promise of a hook of somebody else is fulfilled, beside %s',
  (_title, options) =>
    withHook(
      'fastify',
      options,
      () => new Promise(setImmediate),
      async (url) => {
        const answer = await ask(url, '/', { origin: app })
        expect(answer).toMatchObject({ status: 200, body: 'root' })
        expect(answer.cors).toEqual([`access-control-allow-origin: ${app}`])
      },
    ),
)

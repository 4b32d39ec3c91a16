import { Controller, type DynamicModule, Get, Module, Put, type Type } from '@nestjs/common'
import { type AbstractHttpAdapter, LazyModuleLoader, NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { describe, expect, test } from 'vitest'
import {
  Cors,
  CorsConfigError,
  type CorsConfigIssue,
  CorsModule,
  type CorsModuleInput,
  createCorsPolicy,
} from '../src/index.js'
import { ask } from './support/ask.js'
import { platforms, type StartOptions, start } from './support/start.js'

const app = 'https://app.example'
const good = createCorsPolicy({ origins: [app] })
/** As it comes from a file, where no compiler looks. */
const unchecked = (options: unknown): CorsModuleInput => options as CorsModuleInput

const appOf = (imports: readonly DynamicModule[], controllers: readonly Type[] = []): DynamicModule => ({
  module: class App {},
  imports: [...imports],
  controllers: [...controllers],
})

describe.each(platforms)('the start fails on %s', (platform) => {
  const issuesOf = async (
    module: DynamicModule,
    options?: StartOptions,
  ): Promise<readonly CorsConfigIssue[]> => {
    const error: unknown = await start(platform, module, options).then(
      ({ close }) => close(),
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(CorsConfigError)
    return (error as CorsConfigError).issues
  }

  test('with every mistake of the module and of the decorators', async () => {
    @Controller('a')
    @Cors(unchecked({ policy: { origins: [] } }))
    class Products {
      @Put()
      @Cors(unchecked({ origins: ['https://shop.example/'], maxAge: -1 }))
      update(): void {}
    }
    const issues = await issuesOf(appOf([CorsModule.forRoot(unchecked({ origin: '*' }))], [Products]))
    expect(issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['unknown-option', 'origin'],
      ['origins-missing', 'origins'],
      ['origins-missing', 'Products.policy.origins'],
      ['origin-not-canonical', 'Products.update.origins.0'],
      ['max-age-invalid', 'Products.update.maxAge'],
    ])
  })

  test.each([undefined, null, 'https://app.example', () => good, []])('with options %s', async (options) => {
    const [issue] = await issuesOf(appOf([CorsModule.forRoot(unchecked(options))]))
    expect(issue?.code).toBe('config-type')
  })

  test('with the options of a factory', async () => {
    const module = CorsModule.forRootAsync({
      useFactory: async () => unchecked({ origins: ['app.example'] }),
    })
    const [issue] = await issuesOf(appOf([module]))
    expect(issue).toMatchObject({ code: 'origin-invalid', path: ['origins', 0] })
  })

  test('with a decorator that is given nothing', async () => {
    @Controller()
    class Products {
      @Get()
      @Cors(unchecked(undefined))
      list(): void {}
    }
    const issues = await issuesOf(appOf([CorsModule.forRoot(good)], [Products]))
    expect(issues).toMatchObject([{ code: 'config-type', path: ['Products', 'list'] }])
  })

  test('with a policy on a method that is no handler', async () => {
    @Controller()
    class Products {
      @Cors(good)
      helper(): void {}
    }
    const issues = await issuesOf(appOf([CorsModule.forRoot(good)], [Products]))
    expect(issues).toMatchObject([{ code: 'config-type', path: ['Products', 'helper'] }])
  })

  test("with NestJS's own CORS as well", async () => {
    const module = appOf([CorsModule.forRoot(good)])
    const expected = [{ code: 'unknown-option', path: ['enableCors'] }]
    expect(await issuesOf(module, { nest: { cors: true } })).toMatchObject(expected)
    expect(await issuesOf(module, { nest: { cors: { origin: app } } })).toMatchObject(expected)
    expect(await issuesOf(module, { configure: (nest) => nest.enableCors() })).toMatchObject(expected)
    const [issue] = await issuesOf(module, { configure: (nest) => nest.enableCors({ origin: app }) })
    expect(issue?.message).toContain('Remove app.enableCors()')
    expect(issue?.value).toEqual({ origin: app })
  })

  test('with two modules that say different things', async () => {
    const two = appOf([CorsModule.forRoot(good), CorsModule.forRoot({ origins: '*' })])
    expect(await issuesOf(two)).toMatchObject([{ code: 'config-type', path: ['CorsModule'] }])
    const inner = appOf([CorsModule.forRoot(good), appOf([CorsModule.forRoot({ origins: '*' })])])
    expect(await issuesOf(inner)).toMatchObject([{ code: 'config-type', path: ['CorsModule'] }])
  })

  test('with the module alone, which has no options', async () => {
    const module = { module: class App {}, imports: [CorsModule] }
    const started = start(platform, module)
    await expect(started).rejects.toThrow("can't resolve dependencies of the CorsModule")
    await expect(started).rejects.toThrow('CorsModule.forRoot(…)')
  })

  test('with nothing that makes the options', () => {
    const incomplete = {} as unknown as Parameters<typeof CorsModule.forRootAsync>[0]
    expect(() => CorsModule.forRootAsync(incomplete)).toThrow(CorsConfigError)
  })
})

@Controller()
class Root {
  @Get()
  get(): string {
    return 'root'
  }
}

test.each(platforms)('two modules that say the same are one, on %s', async (platform) => {
  const inner = appOf([CorsModule.forRoot(good)])
  const { url, close } = await start(platform, appOf([CorsModule.forRoot(good), inner], [Root]))
  try {
    const answer = await ask(url, '/', { origin: app })
    expect(answer).toMatchObject({ cors: [`access-control-allow-origin: ${app}`], vary: ['origin'] })
  } finally {
    await close()
  }
})

test.each(platforms)('`cors: false` is no second CORS, on %s', async (platform) => {
  const { close } = await start(platform, appOf([CorsModule.forRoot(good)]), { nest: { cors: false } })
  await close()
})

test.each(platforms)(
  'a module that is loaded while the application listens is refused, on %s',
  async (platform) => {
    const { app, close } = await start(platform, appOf([]))
    const loading = app.get(LazyModuleLoader).load(() => CorsModule.forRoot(good) as unknown as Type)
    await expect(loading).rejects.toThrow('Import it in the root module')
    await close()
  },
)

test('an HTTP adapter of neither platform is refused', async () => {
  class Other extends ExpressAdapter {
    override getType(): string {
      return 'other'
    }
  }
  const adapter: AbstractHttpAdapter = new Other()
  const started = start('express', appOf([CorsModule.forRoot(good)]), { adapter })
  await expect(started).rejects.toThrow('not for the HTTP adapter "other"')
})

test('an application without HTTP starts', async () => {
  @Module({ imports: [CorsModule.forRoot(good)] })
  class Worker {}
  const context = await NestFactory.createApplicationContext(Worker, { logger: false, abortOnError: false })
  await context.close()
})

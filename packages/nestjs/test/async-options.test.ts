import { Controller, Get, Inject, Injectable, Module, Scope } from '@nestjs/common'
import { REQUEST } from '@nestjs/core'
import { describe, expect, test } from 'vitest'
import { CorsModule, type CorsModuleInput, type CorsOptionsFactory, originsFromEnv } from '../src/index.js'
import { preflight } from './support/ask.js'
import { platforms, start } from './support/start.js'

const app = 'https://app.example'

@Injectable()
class Settings implements CorsOptionsFactory {
  readonly origins: string = `${app}, https://other.example`

  createCorsOptions(): Promise<CorsModuleInput> {
    return Promise.resolve({ origins: originsFromEnv(this.origins), methods: ['PUT'] })
  }
}

@Module({ providers: [Settings], exports: [Settings] })
class SettingsModule {}

@Injectable({ scope: Scope.REQUEST })
class SettingsOfRequest extends Settings {}

@Injectable({ scope: Scope.TRANSIENT })
class TransientSettings extends Settings {}

/** Request-scoped only by what it depends on. */
@Injectable()
class SettingsByRequest extends Settings {
  constructor(@Inject(REQUEST) readonly request: unknown) {
    super()
  }
}

@Module({
  providers: [SettingsOfRequest, SettingsByRequest],
  exports: [SettingsOfRequest, SettingsByRequest],
})
class RequestModule {}

@Controller()
class Root {
  @Get()
  get(): string {
    return 'root'
  }
}

const ways = [
  [
    'useFactory',
    CorsModule.forRootAsync({
      imports: [SettingsModule],
      inject: [Settings],
      useFactory: (settings: Settings) => ({ origins: originsFromEnv(settings.origins), methods: ['PUT'] }),
    }),
  ],
  [
    'useFactory without anything',
    CorsModule.forRootAsync({ useFactory: () => new Settings().createCorsOptions() }),
  ],
  ['useClass', CorsModule.forRootAsync({ useClass: Settings })],
  ['useExisting', CorsModule.forRootAsync({ imports: [SettingsModule], useExisting: Settings })],
  ['useClass, transient', CorsModule.forRootAsync({ useClass: TransientSettings })],
] as const

const imports = [RequestModule]
const requestScoped = [
  [
    'useFactory',
    CorsModule.forRootAsync({
      imports,
      inject: [SettingsOfRequest],
      useFactory: (settings: Settings) => settings.createCorsOptions(),
    }),
  ],
  ['useClass', CorsModule.forRootAsync({ useClass: SettingsOfRequest })],
  ['useExisting', CorsModule.forRootAsync({ imports, useExisting: SettingsOfRequest })],
  ['useExisting, by a dependency', CorsModule.forRootAsync({ imports, useExisting: SettingsByRequest })],
] as const

describe.each(platforms)('%s', (platform) => {
  test.each(ways)('%s', async (_name, cors) => {
    const { url, close } = await start(platform, {
      module: class App {},
      imports: [cors],
      controllers: [Root],
    })
    try {
      expect(await preflight(url, '/', 'https://other.example', 'PUT')).toMatchObject({
        status: 204,
        cors: [
          'access-control-allow-origin: https://other.example',
          'access-control-allow-methods: GET, HEAD, POST, PUT',
        ],
      })
      expect(await preflight(url, '/', 'https://stranger.example', 'PUT')).toMatchObject({
        status: 403,
        cors: [],
      })
    } finally {
      await close()
    }
  })

  // Otherwise NestJS never makes the module, and the application starts without CORS.
  test.each(requestScoped)('%s: what is request-scoped fails the start', async (_name, cors) => {
    const module = { module: class App {}, imports: [cors], controllers: [Root] }
    await expect(start(platform, module)).rejects.toMatchObject({
      code: 'CORS_CONFIG_INVALID',
      issues: [{ code: 'config-type', path: ['forRootAsync'] }],
    })
  })
})

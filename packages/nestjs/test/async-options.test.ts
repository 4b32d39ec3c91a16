import { Controller, Get, Injectable, Module } from '@nestjs/common'
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
})

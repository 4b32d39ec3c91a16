import { Controller, Get } from '@nestjs/common'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cors, type CorsDecision, CorsModule, createCorsPolicy, NoCors } from '../src/index.js'
import { ask } from './support/ask.js'
import { platforms, type Running, start } from './support/start.js'

const app = 'https://app.example'
const policy = createCorsPolicy({ origins: [app] })

let told: string[] = []
const tell =
  (who: string) =>
  (_decision: CorsDecision, { url }: { readonly url: string }): number =>
    told.push(`${who} ${url}`)

@Controller('module')
class OfModule {
  @Get()
  get(): string {
    return 'module'
  }

  @Get('policy')
  @Cors(policy)
  withPolicy(): string {
    return 'policy'
  }

  @Get('options')
  @Cors({ policy })
  withOptions(): string {
    return 'options'
  }

  @Get('off')
  @NoCors()
  off(): string {
    return 'off'
  }
}

@Controller('controller')
@Cors({ policy, onDecision: tell('controller'), vary: ['X-Controller'] })
class OfController {
  @Get()
  get(): string {
    return 'controller'
  }

  @Get('policy')
  @Cors({ origins: '*' })
  withPolicy(): string {
    return 'policy'
  }
}

describe.each(platforms)('%s', (platform) => {
  let running: Running
  beforeAll(async () => {
    const options = { policy, onDecision: tell('module'), vary: ['X-Module'] }
    running = await start(platform, {
      module: class App {},
      imports: [CorsModule.forRoot(options)],
      controllers: [OfModule, OfController],
    })
  })
  afterAll(() => running?.close())

  test.each([
    ['/module', ['module /module'], ['origin', 'x-module']],
    ['/module/policy', ['module /module/policy'], ['origin', 'x-module']],
    ['/module/options', [], ['origin']],
    ['/module/off', [], []],
    ['/controller', ['controller /controller'], ['origin', 'x-controller']],
    ['/controller/policy', ['controller /controller/policy'], ['x-controller']],
    ['/nowhere', ['module /nowhere'], ['origin', 'x-module']],
  ])(
    '%s: a policy alone keeps onDecision and vary of the scope around, options replace them',
    async (path, who, vary) => {
      told = []
      expect((await ask(running.url, path, { origin: app })).vary).toEqual(vary)
      expect(told).toEqual(who)
    },
  )
})

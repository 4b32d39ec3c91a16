import {
  type ArgumentsHost,
  type CallHandler,
  type CanActivate,
  Catch,
  Controller,
  createParamDecorator,
  type DynamicModule,
  type ExceptionFilter,
  Get,
  HttpException,
  type NestInterceptor,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { map, type Observable } from 'rxjs'
import { describe, expect, test } from 'vitest'
import { Cors, CorsModule } from '../src/index.js'
import { ask } from './support/ask.js'
import { type PlatformName, platforms, type Running, start } from './support/start.js'

const app = 'https://app.example'
const partner = 'https://partner.example'
const stranger = 'https://stranger.example'

interface HttpResponse {
  header(name: string, value: string): this
  status(code: number): this
  send(body: unknown): unknown
}

/** As hand-written filters do that were there before CORS was. */
@Catch()
class FilterWithHeaders implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<HttpResponse>()
    response.header('Access-Control-Allow-Origin', '*').header('Access-Control-Allow-Methods', 'BY-HAND')
    response.header('Vary', 'Accept').header('X-Filter', 'ran')
    response.status(error instanceof HttpException ? error.getStatus() : 500).send({ filtered: true })
  }
}

@Catch()
class FailingFilter implements ExceptionFilter {
  catch(): never {
    throw new Error('by the filter')
  }
}

class FailingGuard implements CanActivate {
  canActivate(): Promise<boolean> {
    return Promise.reject(new Error('by the guard'))
  }
}

class FailingAfterwards implements NestInterceptor {
  intercept(_context: unknown, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map(() => {
        throw new Error('after the handler')
      }),
    )
  }
}

const FailingParameter = createParamDecorator(() => {
  throw new Error('by the parameter')
})

class Handlers {
  @Get('text')
  text(): never {
    throw 'a text'
  }

  @Get('nothing')
  nothing(): never {
    throw undefined
  }

  @Get('frozen')
  frozen(): never {
    throw Object.freeze(new HttpException('frozen', 418))
  }

  @Get('guard')
  @UseGuards(FailingGuard)
  guard(): void {}

  @Get('afterwards')
  @UseInterceptors(FailingAfterwards)
  afterwards(): void {}

  @Get('parameter')
  parameter(@FailingParameter() _parameter: unknown): void {}

  @Get('serialization')
  serialization(): object {
    return { unserializable: 1n }
  }

  @Get('filter')
  @UseFilters(FailingFilter)
  filter(): never {
    throw new Error('by the handler')
  }
}

@Controller('module')
class OfModule extends Handlers {}

@Controller('own')
@Cors({ origins: [partner], exposedHeaders: ['ETag'] })
class Own extends Handlers {}

const moduleWith = (...filters: readonly (new () => ExceptionFilter)[]): DynamicModule => ({
  module: class App {},
  imports: [CorsModule.forRoot({ origins: [app], credentials: true })],
  controllers: [OfModule, Own],
  providers: filters.map((useClass) => ({ provide: APP_FILTER, useClass })),
})

const scopes = [
  ['/module', app, ['access-control-allow-credentials: true', `access-control-allow-origin: ${app}`]],
  ['/own', partner, [`access-control-allow-origin: ${partner}`, 'access-control-expose-headers: etag']],
] as const

const names = ['text', 'nothing', 'frozen', 'guard', 'afterwards', 'parameter', 'serialization', 'filter']

const running = async (
  platform: PlatformName,
  module: DynamicModule,
  look: (running: Running) => Promise<void>,
): Promise<void> => {
  const each = await start(platform, module)
  await look(each).finally(each.close)
}

describe.each(platforms)('whatever is thrown, wherever, on %s', (platform) => {
  test.each(scopes)('below %s the response has the headers of its policy', (scope, origin, headers) =>
    running(platform, moduleWith(), async ({ url }) => {
      for (const name of names) {
        const allowed = await ask(url, `${scope}/${name}`, { origin })
        expect([name, allowed.status, [...allowed.cors].sort()]).toEqual([
          name,
          name === 'frozen' ? 418 : 500,
          headers,
        ])
        expect(allowed.vary).toEqual(['origin'])
        const denied = await ask(url, `${scope}/${name}`, { origin: stranger })
        expect([name, denied.cors, denied.vary]).toEqual([name, [], ['origin']])
      }
    }),
  )

  test.each(scopes)('below %s those that a filter writes are replaced', (scope, origin, headers) =>
    running(platform, moduleWith(FilterWithHeaders), async ({ url }) => {
      for (const path of [`${scope}/text`, `${scope}/frozen`, `${scope}/guard`]) {
        const allowed = await ask(url, path, { origin })
        expect([allowed.body, [...allowed.cors].sort()]).toEqual(['{"filtered":true}', headers])
        expect([allowed.vary, allowed.headers['x-filter']]).toEqual([['accept', 'origin'], 'ran'])
        const denied = await ask(url, path, { origin: stranger })
        expect([denied.body, denied.cors, denied.vary]).toEqual([
          '{"filtered":true}',
          [],
          ['accept', 'origin'],
        ])
      }
      const missing = await ask(url, '/missing', { origin: app })
      expect([missing.status, missing.cors[0]]).toEqual([404, `access-control-allow-origin: ${app}`])
    }),
  )
})

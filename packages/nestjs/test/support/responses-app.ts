import {
  type ArgumentsHost,
  BadRequestException,
  Body,
  type CallHandler,
  type CanActivate,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  Get,
  Header,
  Inject,
  type MessageEvent,
  type MiddlewareConsumer,
  Module,
  type NestInterceptor,
  type NestModule,
  ParseIntPipe,
  Post,
  Query,
  Sse,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { type Observable, of, throwError } from 'rxjs'
import { Cors, CorsModule } from '../../src/index.js'

export const app = 'https://app.example'
export const partner = 'https://partner.example'

/** What ran, in order. */
export const runs: string[] = []

class Guard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    runs.push('guard')
    return context.getHandler().name !== 'guarded'
  }
}

class Interceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    runs.push('interceptor')
    return context.getHandler().name === 'intercepted'
      ? throwError(() => new BadRequestException())
      : next.handle()
  }
}

class Teapot extends Error {}

@Catch(Teapot)
class TeapotFilter implements ExceptionFilter {
  constructor(@Inject(HttpAdapterHost) readonly host: HttpAdapterHost) {}

  catch(_error: Teapot, host: ArgumentsHost): void {
    this.host.httpAdapter.reply(host.switchToHttp().getResponse(), 'teapot', 418)
  }
}

@UseGuards(Guard)
@UseInterceptors(Interceptor)
class Handlers {
  @Get('guarded')
  guarded(): string {
    return 'never'
  }

  @Get('intercepted')
  intercepted(): string {
    return 'never'
  }

  @Get('piped')
  piped(@Query('number', ParseIntPipe) number: number): number {
    return number
  }

  @Get('thrown')
  thrown(): never {
    throw new Error('boom')
  }

  @Get('filtered')
  @UseFilters(TeapotFilter)
  filtered(): never {
    throw new Teapot()
  }

  @Post('body')
  body(@Body() body: unknown): string {
    runs.push('handler')
    return typeof body
  }

  @Sse('events')
  events(): Observable<MessageEvent> {
    return of({ data: 'one' })
  }

  @Get('varies')
  @Header('Vary', 'Accept-Encoding')
  varies(): string {
    return 'varies'
  }
}

@Controller('module')
class OfModule extends Handlers {}

@Controller('own')
@Cors({ origins: [partner], credentials: true })
class Own extends Handlers {}

@Module({
  imports: [CorsModule.forRoot({ origins: [app], credentials: true })],
  controllers: [OfModule, Own],
})
export class App implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    const throws = (): never => {
      runs.push('middleware')
      throw new BadRequestException('by middleware')
    }
    const ends = (_request: unknown, response: { statusCode: number; end(body: string): void }): void => {
      response.statusCode = 202
      response.end('by middleware')
    }
    consumer.apply(throws).forRoutes('*/middleware-throws')
    consumer.apply(ends).forRoutes('*/middleware-ends')
  }
}

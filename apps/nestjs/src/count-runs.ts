import type { Shop } from '@cors/app-service'
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common'
import { type Observable, tap } from 'rxjs'
import { SHOP } from './tokens.js'
import { InvalidBody } from './valid-body.js'

/** Counts the handlers that have run. */
@Injectable()
export class CountRuns implements NestInterceptor {
  constructor(@Inject(SHOP) readonly shop: Shop) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const count = (): void => {
      this.shop.handlerRuns++
    }
    // Pipes run inside of interceptors: where one refuses, the handler has not run.
    return next.handle().pipe(tap({ next: count, error: (error) => error instanceof InvalidBody || count() }))
  }
}

import { controlPolicyPath, controlRunsPath, mayControl, replacePolicy, type Shop } from '@cors/app-service'
import { NoCors, type ReloadableCorsPolicy } from '@cors/nestjs'
import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Inject,
  Put,
  Res,
  UseGuards,
} from '@nestjs/common'
import type { HttpRequest, HttpResponse } from '../http.js'
import { POLICY, SHOP } from '../tokens.js'

class FromThisMachine implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { socket, headers } = context.switchToHttp().getRequest<HttpRequest>()
    return mayControl({ remoteAddress: socket.remoteAddress, headers })
  }
}

/** Test mode: other suites replace the policy here. CORS is off, so no page gets past a preflight. */
@Controller()
@NoCors()
@UseGuards(FromThisMachine)
export class ControlController {
  constructor(
    @Inject(SHOP) readonly shop: Shop,
    @Inject(POLICY) readonly policy: ReloadableCorsPolicy,
  ) {}

  @Put(controlPolicyPath)
  replace(@Body() config: unknown, @Res({ passthrough: true }) response: HttpResponse): unknown {
    const { status, body } = replacePolicy(this.policy, config)
    response.status(status)
    return body
  }

  @Get(controlRunsPath)
  runs(): object {
    return { runs: this.shop.handlerRuns }
  }
}

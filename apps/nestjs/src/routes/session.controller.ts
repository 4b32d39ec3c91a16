import type { Credentials, Shop } from '@cors/app-service'
import {
  Body,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  HttpCode,
  Inject,
  Injectable,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common'
import { CountRuns } from '../count-runs.js'
import type { HttpRequest, HttpResponse } from '../http.js'
import { readSession, setSession } from '../session-cookie.js'
import { SHOP } from '../tokens.js'
import { validCredentials } from '../valid-body.js'

const signInFirst = 'Sign in first'

/** Ends the request before its handler runs. */
@Injectable()
class SignedIn implements CanActivate {
  constructor(@Inject(SHOP) readonly shop: Shop) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp()
    if (this.shop.sessions.user(readSession(http.getRequest(), http.getResponse())) !== undefined) return true
    throw new UnauthorizedException(signInFirst)
  }
}

@Controller()
@UseInterceptors(CountRuns)
export class SessionController {
  constructor(@Inject(SHOP) readonly shop: Shop) {}

  @Post('login')
  @HttpCode(200)
  login(
    @Body(validCredentials) credentials: Credentials,
    @Res({ passthrough: true }) response: HttpResponse,
  ): object {
    const session = this.shop.sessions.signIn(credentials)
    if (session === undefined) throw new UnauthorizedException(signInFirst)
    setSession(response, session)
    return { user: credentials.user }
  }

  @Get('me')
  @UseGuards(SignedIn)
  me(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): object {
    return { user: this.shop.sessions.user(readSession(request, response)) }
  }
}

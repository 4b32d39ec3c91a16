import { Readable } from 'node:stream'
import type { Behaviour, ConformanceRoute, Handlers } from '@cors/conformance'
import {
  All,
  Body,
  type CanActivate,
  Controller,
  Delete,
  Get,
  Head,
  Inject,
  Options,
  ParseIntPipe,
  Post,
  Put,
  Query,
  Redirect,
  Res,
  StreamableFile,
  type Type,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { Cors, NoCors } from '../../src/index.js'

const methods: Readonly<Record<string, (path: string) => MethodDecorator>> = {
  '*': All,
  DELETE: Delete,
  GET: Get,
  HEAD: Head,
  OPTIONS: Options,
  POST: Post,
  PUT: Put,
}

class Refuse implements CanActivate {
  canActivate(): boolean {
    throw new UnauthorizedException()
  }
}

/** What makes NestJS itself do it. */
const decorators: Partial<Record<Behaviour, MethodDecorator>> = {
  redirect: Redirect('/ok', 302),
  unauthorized: UseGuards(Refuse),
}
const parameters: Partial<Record<Behaviour, ParameterDecorator>> = {
  json: Body(),
  'bad-request': Query('number', ParseIntPipe),
}

interface RawResponse {
  writeHead(status: number, headers: object): void
  end(body: string): void
}

/** The routes of the kit as one controller. */
export const conformanceController = (routes: readonly ConformanceRoute[], handlers: Handlers): Type => {
  @Controller()
  class Conformance {
    constructor(@Inject(HttpAdapterHost) readonly host: HttpAdapterHost) {}

    answer(behaviour: Behaviour, response: object): unknown {
      const { httpAdapter } = this.host
      const { status, headers, body } = handlers.reply(behaviour)
      if (behaviour === 'raw') {
        const raw = ('raw' in response ? response.raw : response) as RawResponse
        if ('hijack' in response) (response as { hijack(): void }).hijack()
        raw.writeHead(status, headers)
        raw.end(String(body))
        return undefined
      }
      httpAdapter.status(response, status)
      for (const [name, value] of Object.entries(headers)) httpAdapter.setHeader(response, name, value)
      if (behaviour === 'redirect') return { url: headers['location'], statusCode: status }
      if (typeof body !== 'string' && body !== null) return new StreamableFile(Readable.from(body))
      return body ?? undefined
    }
  }

  for (const [index, { method, path, behaviour, policy }] of routes.entries()) {
    const name = `route${index}`
    const handler = function (this: Conformance, response: object): unknown {
      if (behaviour === 'reject')
        return new Promise(setImmediate).then(() => this.answer(behaviour, response))
      return this.answer(behaviour, response)
    }
    const descriptor = { value: handler, writable: true, configurable: true, enumerable: false }
    Object.defineProperty(Conformance.prototype, name, descriptor)
    const all = [
      methods[method]?.(path),
      decorators[behaviour],
      policy === false ? NoCors() : policy && Cors(policy),
    ]
    for (const decorate of all) decorate?.(Conformance.prototype, name, descriptor)
    Res({ passthrough: behaviour !== 'raw' })(Conformance.prototype, name, 0)
    parameters[behaviour]?.(Conformance.prototype, name, 1)
  }
  return Conformance
}

import 'reflect-metadata'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CorsModule } from '@cors/nestjs'
import { Controller, Get, HttpCode, Module, Options, type Type } from '@nestjs/common'
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import type { Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { type WriteHead, writeAfterSet, writeWithGiven } from '../limit/write-head.js'
import { configOf, peerOptionsOf } from '../policies.js'
import type { Work } from '../scenarios/scenario.js'
import { contenderOf } from './http-server.js'

@Controller()
class AppController {
  @Get() read(): string {
    return 'ok'
  }

  @Options() @HttpCode(204) options(): void {}
}

const moduleFor = (role: Role, work: Work): Type => {
  @Module({
    imports: role === 'ours' ? [CorsModule.forRoot(configOf(work.policy))] : [],
    controllers: [AppController],
  })
  class AppModule {}
  return AppModule
}

interface Platform {
  readonly create: () => AbstractHttpAdapter
  readonly rawOf: (response: unknown) => ServerResponse
  readonly takeOver: (response: unknown) => void
  readonly writeHead: (headers: readonly string[]) => WriteHead
}

const express: Platform = {
  create: () => new ExpressAdapter(),
  rawOf: (response) => response as ServerResponse,
  takeOver: () => {},
  writeHead: writeAfterSet,
}

interface Reply {
  readonly raw: ServerResponse
  hijack(): void
}

const fastify: Platform = {
  create: () => new FastifyAdapter(),
  rawOf: (reply) => (reply as Reply).raw,
  takeOver: (reply) => (reply as Reply).hijack(),
  writeHead: writeWithGiven,
}

const addLimit = (adapter: AbstractHttpAdapter, platform: Platform, work: Work): void => {
  const headers = constantHeaders(work)
  const writeHead = platform.writeHead(headers)
  const hook =
    work.answer === 'preflight'
      ? (_: IncomingMessage, response: unknown) => {
          platform.takeOver(response)
          platform.rawOf(response).writeHead(204, headers).end()
        }
      : (_: IncomingMessage, response: unknown, done: () => void) => {
          platform.rawOf(response).writeHead = writeHead
          done()
        }
  adapter.setOnRequestHook?.(hook as never)
}

const frameworkOn = (platform: Platform, name: string, peer: string): Framework => ({
  name,
  peer,
  ours: '@cors/nestjs',
  async start(role, work) {
    const adapter = platform.create()
    const app = await NestFactory.create(moduleFor(role, work), adapter, {
      logger: false,
      abortOnError: false,
    })
    if (role === 'peer') app.enableCors(peerOptionsOf(work.policy))
    if (role === 'limit') addLimit(adapter, platform, work)
    await app.init()
    const instance = adapter.getInstance() as { ready?(): Promise<void> }
    await instance.ready?.()
    return contenderOf(app.getHttpServer())
  },
})

export const nestOnExpress: Framework = frameworkOn(express, 'NestJS on Express', 'enableCors')
export const nestOnFastify: Framework = frameworkOn(fastify, 'NestJS on Fastify', 'enableCors')

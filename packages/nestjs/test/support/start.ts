import type { AddressInfo } from 'node:net'
import type { DynamicModule, INestApplication, NestApplicationOptions, Type } from '@nestjs/common'
import { type AbstractHttpAdapter, NestFactory } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'

export type PlatformName = 'express' | 'fastify'

export const platforms: readonly PlatformName[] = ['express', 'fastify']

export const adapterOf = (platform: PlatformName): AbstractHttpAdapter =>
  platform === 'express' ? new ExpressAdapter() : new FastifyAdapter()

export interface Running {
  readonly url: string
  readonly app: INestApplication
  readonly close: () => Promise<void>
}

export interface StartOptions {
  /** What main.ts would do between `create` and `listen`. */
  readonly configure?: (app: INestApplication) => unknown
  readonly nest?: NestApplicationOptions
  readonly adapter?: AbstractHttpAdapter
}

/** As main.ts starts an application, but that a failure rejects, and on a free port. */
export const start = async (
  platform: PlatformName,
  module: Type | DynamicModule,
  { configure, nest, adapter = adapterOf(platform) }: StartOptions = {},
): Promise<Running> => {
  const app = await NestFactory.create(module, adapter, { logger: false, abortOnError: false, ...nest })
  try {
    await configure?.(app)
    await app.listen(0, '127.0.0.1')
  } catch (error) {
    await app.close().catch(() => {})
    throw error
  }
  const { port } = app.getHttpServer().address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, app, close: () => app.close() }
}

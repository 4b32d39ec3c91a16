import { servedBy } from '@cors/app-service'
import type { INestApplication } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { type AppModuleOptions, appModule } from './app.module.js'

export type Platform = 'express' | 'fastify'

type AppOptions = AppModuleOptions & { readonly platform: Platform; readonly log: boolean }

interface RawResponse {
  setHeader(name: string, value: string): unknown
}

/** The shop on NestJS. */
export const createApp = async (options: AppOptions): Promise<INestApplication> => {
  const { platform, log } = options
  const adapter =
    platform === 'express' ? new ExpressAdapter() : new FastifyAdapter({ forceCloseConnections: true })
  const app = await NestFactory.create(appModule(options), adapter, {
    logger: log ? ['warn', 'error'] : false,
    abortOnError: false,
    // NestJS would parse forms, too, which any page may send without asking.
    bodyParser: false,
    forceCloseConnections: true,
  })

  app.use((_request: unknown, response: RawResponse, next: () => void) => {
    response.setHeader(servedBy, `nestjs-${platform}`)
    response.setHeader('cache-control', 'private, no-cache')
    next()
  })
  // After the headers above, so that the refusals of its body parser carry them, too.
  if (platform === 'express') likeTheOtherServices(app as NestExpressApplication)
  return app
}

const likeTheOtherServices = (app: NestExpressApplication): void => {
  app.useBodyParser('json')
  // Express would tag every response, and the tag of a product is that of its version.
  app.set('etag', false)
  app.disable('x-powered-by')
}

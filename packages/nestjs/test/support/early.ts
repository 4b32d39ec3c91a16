import type { AbstractHttpAdapter } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import express from 'express'
import { fastify } from 'fastify'
import type { PlatformName } from './start.js'

/** NestJS on an instance of one's own, which refuses a path before NestJS has anything to do with it. */
export const adapterWithEarlyRefusal = (
  platform: PlatformName,
  path: string,
  fastifyOptions: { readonly http2?: true } = {},
): AbstractHttpAdapter => {
  if (platform === 'express') {
    const instance = express()
    instance.use(path, (_request, response) => {
      response.status(401).send('unauthorized')
    })
    return new ExpressAdapter(instance)
  }
  const instance = fastify(fastifyOptions as object)
  instance.addHook('onRequest', async (request, reply) => {
    reply.header('x-early', 'yes')
    if (request.url === path) return reply.status(401).send('unauthorized')
    return undefined
  })
  return new FastifyAdapter(instance as unknown as ConstructorParameters<typeof FastifyAdapter>[0])
}

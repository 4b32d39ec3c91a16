import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { start as startOnFastify } from '@cors/app-fastify'
import { start as startOnKoa } from '@cors/app-koa'
import { startOnFastify as startNestOnFastify, startOnExpress } from '@cors/app-nestjs'
import { start as startOnNext } from '@cors/app-next'
import type { RunningService } from '@cors/app-service'
import type { CorsRule } from '@cors/core'
import { cors as corsForFetch } from '@cors/fetch'
import { cors as corsForNode } from '@cors/node'
import { getRequestListener } from '@hono/node-server'

/** A service that answers `GET /products` by the policy. */
export interface Service {
  readonly name: string
  start(policy: CorsRule): Promise<RunningService>
}

export const listen = async (listener: RequestListener): Promise<RunningService> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const startOnNode = (policy: CorsRule): Promise<RunningService> => {
  const withCors = corsForNode(policy)
  return listen((request, response) => withCors(request, response, () => response.end('[]')))
}

const startOnFetch = (policy: CorsRule): Promise<RunningService> => {
  const withCors = corsForFetch(policy)
  return listen(getRequestListener(withCors(() => Response.json([]))))
}

/** Every adapter: the demo's shops, and two without a framework. */
export const services: readonly Service[] = [
  { name: 'Fastify', start: (policy) => startOnFastify({ port: 0, policy }) },
  { name: 'Koa', start: (policy) => startOnKoa({ port: 0, policy }) },
  { name: 'NestJS on Express', start: (policy) => startOnExpress({ port: 0, policy }) },
  { name: 'NestJS on Fastify', start: (policy) => startNestOnFastify({ port: 0, policy }) },
  { name: 'Next.js', start: (policy) => startOnNext({ port: 0, policy }) },
  { name: 'node:http', start: startOnNode },
  { name: 'a Fetch handler', start: startOnFetch },
]

import cors from '@cors/fastify'
import peer from '@fastify/cors'
import fastify, { type FastifyInstance } from 'fastify'
import type { Listener } from '../exchange.js'
import { ORIGIN } from '../scenarios.js'

const METHODS = ['PUT', 'DELETE']
const HEADERS = ['authorization', 'content-type', 'x-request-id']

const listenerOf = async (register: (app: FastifyInstance) => unknown): Promise<Listener> => {
  const app = fastify()
  await register(app)
  app.get('/', (_, reply) => {
    reply.send('ok')
  })
  await app.ready()
  return (request, response) => app.routing(request, response)
}

/** The same application without CORS, with the framework's usual plugin, and with ours; the same policy. */
export const fastifyContenders = async (): Promise<ReadonlyMap<string, Listener>> =>
  new Map([
    ['bare', await listenerOf(() => undefined)],
    [
      '@fastify/cors',
      await listenerOf((app) =>
        app.register(peer, {
          origin: [ORIGIN],
          credentials: true,
          methods: ['GET', 'HEAD', 'POST', ...METHODS],
          allowedHeaders: HEADERS,
          maxAge: 600,
        }),
      ),
    ],
    [
      '@cors/fastify',
      await listenerOf((app) =>
        app.register(cors, {
          origins: [ORIGIN],
          credentials: true,
          methods: METHODS,
          allowedHeaders: HEADERS,
          maxAge: 600,
        }),
      ),
    ],
  ])

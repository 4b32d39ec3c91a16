import { Readable } from 'node:stream'
import { createHandlers, type RouteReply, type Subject } from '@cors/conformance'
import { cors } from '@cors/fastify'
import type fastify from 'fastify'
import type { FastifyReply, FastifyServerOptions, RouteOptions } from 'fastify'

/** Fastify's own means for each kind of answer. */
const send = (reply: FastifyReply, { status, headers, body }: RouteReply): FastifyReply => {
  reply.code(status).headers(headers)
  if (headers['location'] !== undefined) return reply.redirect(headers['location'], status)
  return reply.send(Array.isArray(body) ? Readable.from(body) : body)
}

const sendRaw = (reply: FastifyReply, { status, headers, body }: RouteReply): void => {
  reply.hijack()
  reply.raw.writeHead(status, headers).end(body)
}

/** The application of the conformance kit. */
export const subjectOf = (
  name: string,
  create: typeof fastify,
  more: Partial<Subject> & { readonly server?: FastifyServerOptions } = {},
): Subject => {
  const { server, ...subject } = more
  return {
    name: `@cors/fastify on ${name}`,
    sets: ['policy', 'options', 'routes', 'start-up'],
    start: async (options, routes) => {
      const handlers = createHandlers()
      const app = create(server)
      app.addHook('onRequest', async (request, reply) => {
        if (request.url === '/early') return send(reply, handlers.reply('early'))
        return
      })
      await app.register(cors, options)
      for (const { method, path, behaviour, policy } of routes) {
        const route: RouteOptions = {
          method: method === '*' ? app.supportedMethods : method,
          url: path,
          config: policy === undefined ? {} : { cors: policy },
          handler: async (_, reply) => {
            if (behaviour === 'reject') await new Promise(setImmediate)
            const answer = handlers.reply(behaviour)
            return behaviour === 'raw' ? sendRaw(reply, answer) : send(reply, answer)
          },
        }
        if (behaviour === 'bad-request') {
          route.schema = { querystring: { type: 'object', required: ['never'] } }
        }
        if (behaviour === 'unauthorized') {
          route.onRequest = async (_, reply) => send(reply, handlers.reply(behaviour))
        }
        app.route(route)
      }
      const url = await app.listen({ port: 0, host: '127.0.0.1' })
      return { url, close: () => app.close(), handlerRuns: handlers.runs }
    },
    ...subject,
  }
}

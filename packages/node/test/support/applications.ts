import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { Behaviour, ConformanceRoute, Handlers } from '@cors/conformance'
import type expressModule from 'express'
import polka from 'polka'
import type { CorsMiddleware, Next } from '../../src/index.js'
import { readJson, writeRaw, writeReply } from './write-reply.js'

/** The application under test, with the middleware where an application has it. */
export type CreateApplication = (
  cors: CorsMiddleware,
  routes: readonly ConformanceRoute[],
  handlers: Handlers,
) => RequestListener

type ConnectHandler = (request: IncomingMessage, response: ServerResponse, next: Next) => unknown

/** What was added before the middleware, and ends its requests. */
const early =
  (handlers: Handlers): ConnectHandler =>
  (request, response, next) =>
    request.url === '/early' ? writeReply(response, handlers.reply('early')) : next()

/** A handler for frameworks that see an error only in `next`. */
const handlerOf =
  (behaviour: Behaviour, handlers: Handlers): ConnectHandler =>
  async (request, response, next) => {
    try {
      if (behaviour === 'json') await readJson(request)
      if (behaviour === 'reject') await setImmediate()
      const write = behaviour === 'raw' ? writeRaw : writeReply
      write(response, handlers.reply(behaviour))
    } catch (error) {
      next(error)
    }
  }

export const nodeApplication: CreateApplication = (cors, routes, handlers) => {
  const table = new Map(
    routes.map(({ method, path, behaviour }) => [`${method} ${path}`, handlerOf(behaviour, handlers)]),
  )
  return (request, response) => {
    const { method, url } = request
    const fail = (error: unknown): void => {
      response.statusCode = (error as { status?: number }).status ?? 500
      response.end()
    }
    const notFound: ConnectHandler = () => fail({ status: 404 })
    const handler = table.get(`${method === 'HEAD' ? 'GET' : method} ${url}`) ?? notFound
    early(handlers)(request, response, () =>
      cors(request, response, (error) =>
        error === undefined ? handler(request, response, fail) : fail(error),
      ),
    )
  }
}

export const polkaApplication: CreateApplication = (cors, routes, handlers) => {
  const app = polka({
    onError: (error, _, response) => {
      response.statusCode = (error as { code?: number }).code ?? 500
      response.end()
    },
  })
  app.use(early(handlers), cors)
  for (const { method, path, behaviour } of routes) {
    app.add(method, path, handlerOf(behaviour, handlers))
    // Polka leaves HEAD to the application.
    if (method === 'GET') app.add('HEAD', path, handlerOf(behaviour, handlers))
  }
  return app.handler
}

/** Express before 4.16 has no JSON parser of its own. */
export const parseJson: ConnectHandler = (request, _, next) => readJson(request).then(() => next(), next)

export const expressApplication =
  (express: typeof expressModule, json: ConnectHandler = express.json()): CreateApplication =>
  (cors, routes, handlers) => {
    const app = express()
    // Its error handler would write stacks into the log.
    app.set('env', 'test')
    app.use(early(handlers))
    app.use(cors)
    for (const { method, path, behaviour } of routes) {
      const handle: ConnectHandler = handlerOf(behaviour, handlers)
      const native: Partial<Record<Behaviour, expressModule.Handler[]>> = {
        json: [
          json as expressModule.Handler,
          (_, response) => writeReply(response, handlers.reply(behaviour)),
        ],
        redirect: [
          (_, response) => {
            const { headers } = handlers.reply(behaviour)
            response.set(headers)
            response.redirect(String(headers['location']))
          },
        ],
        throw: [
          () => {
            handlers.reply(behaviour)
          },
        ],
        ok: [
          (_, response) => {
            const { headers, body } = handlers.reply(behaviour)
            response.set(headers)
            response.send(body)
          },
        ],
      }
      app[method.toLowerCase() as 'get'](path, ...(native[behaviour] ?? [handle]))
    }
    return app
  }

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { type ConformanceRoute, createHandlers, type Handlers, type Subject } from '@cors/conformance'
import type { CorsOptions } from '@cors/core/adapter'
import { serve as serveHono } from '@hono/node-server'
import { Hono } from 'hono'
import type { Running } from '../../../../tooling/serve.js'
import { cors, type WithCors } from '../../src/index.js'
import { bodyOf, readJson, respond } from './respond.js'
import { type FetchServer, serveFetch } from './serve.js'

type Start = (withCors: WithCors, routes: readonly ConformanceRoute[], handlers: Handlers) => Promise<Running>

export const skip: NonNullable<Subject['skip']> = ['wire/actual-names', 'wire/preflight-names'].map((id) => ({
  id,
  reason: 'by the Fetch standard `Headers` are sorted by name, and servers write them so',
}))

const subjectOf = (name: string, start: Start): Subject => ({
  name: `@cors/fetch on ${name}`,
  sets: ['policy', 'options', 'start-up'],
  skip,
  start: async (options, routes) => {
    const handlers = createHandlers()
    const withCors = cors(options as CorsOptions<Request>)
    return { ...(await start(withCors, routes, handlers)), handlerRuns: handlers.runs }
  },
})

/** What is done before the wrapped handler, and to what it throws. */
const around =
  (withCors: WithCors, handlers: Handlers, handler: FetchServer): FetchServer =>
  async (request) => {
    if (new URL(request.url).pathname === '/early') {
      return withCors.applyTo(request, respond(handlers.reply('early')))
    }
    try {
      return await handler(request)
    } catch {
      return withCors.applyTo(request, new Response(null, { status: 500 }))
    }
  }

export const plainHandler: Subject = subjectOf('node:http', (withCors, routes, handlers) => {
  const table = new Map(routes.map(({ method, path, behaviour }) => [`${method} ${path}`, behaviour]))
  const handler = withCors(async (request: Request) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const behaviour = table.get(`${method} ${new URL(request.url).pathname}`)
    if (behaviour === undefined) return new Response('not found', { status: 404 })
    if (behaviour === 'reject') await setImmediate()
    if (behaviour === 'json') {
      try {
        await readJson(request)
      } catch {
        return new Response('bad request', { status: 400 })
      }
    }
    return respond(handlers.reply(behaviour))
  })
  return serveFetch(around(withCors, handlers, handler))
})

/** Hono's own means: its context, its error handling, its server for Node. */
export const hono: Subject = subjectOf('Hono', async (withCors, routes, handlers) => {
  const app = new Hono()
  app.onError((_error, context) => context.text('sorry', 500))
  for (const { method, path, behaviour } of routes) {
    app.on(method, path, async (context) => {
      if (behaviour === 'reject') await setImmediate()
      if (behaviour === 'json') {
        try {
          await context.req.json()
        } catch {
          return context.text('bad request', 400)
        }
      }
      const reply = handlers.reply(behaviour)
      if (behaviour === 'raw') return respond(reply)
      for (const [name, value] of Object.entries(reply.headers)) context.header(name, value)
      if (behaviour === 'redirect') return context.redirect('/ok')
      return context.body(bodyOf(reply.body) as string, reply.status as 200)
    })
  }
  const server = serveHono({
    fetch: around(withCors, handlers, withCors(app.fetch)),
    port: 0,
    hostname: '127.0.0.1',
  })
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  }
})

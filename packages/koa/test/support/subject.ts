import type { RequestListener } from 'node:http'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import {
  type Behaviour,
  createHandlers,
  type Handlers,
  type RouteReply,
  type Subject,
} from '@cors/conformance'
import type { CorsOptions } from '@cors/core/adapter'
import type Koa from 'koa'
import type { Context } from 'koa'
import { serve } from '../../../../tooling/serve.js'
import { cors } from '../../src/index.js'

/** A middleware that was added before, and does not call the next, ends the request: see the README. */
export const skip: NonNullable<Subject['skip']> = [
  'response/early',
  'response/early-denied',
  'response/early-no-origin',
  'response/early-preflight',
  'on-decision/early',
].map((id) => ({ id, reason: 'Koa calls middlewares in order, so this one never sees the request' }))

const write = (context: Context, { status, headers, body }: RouteReply): void => {
  context.status = status
  context.set(headers)
  context.body = Array.isArray(body) ? Readable.from(body) : body
}

const writeRaw = (context: Context, { status, headers, body }: RouteReply): void => {
  context.respond = false
  context.res.writeHead(status, Object.entries(headers).flat())
  context.res.end(body)
}

const readJson = async (context: Context): Promise<unknown> => {
  let text = ''
  for await (const chunk of context.req) text += String(chunk)
  try {
    return JSON.parse(text)
  } catch {
    return context.throw(400)
  }
}

const handle = async (context: Context, behaviour: Behaviour, handlers: Handlers): Promise<void> => {
  if (behaviour === 'unauthorized') context.throw(401)
  if (behaviour === 'bad-request') context.throw(400, 'not like this')
  if (behaviour === 'json') await readJson(context)
  if (behaviour === 'reject') await setImmediate()
  const reply = handlers.reply(behaviour)
  if (behaviour === 'raw') return writeRaw(context, reply)
  write(context, reply)
  if (behaviour === 'redirect') context.redirect('/ok')
}

export const subjectOf = (
  name: string,
  Application: typeof Koa,
  more: Partial<Subject> & { readonly create?: Parameters<typeof serve>[1] } = {},
): Subject => ({
  name: `@cors/koa on ${name}`,
  sets: ['policy', 'options', 'start-up'],
  skip,
  ...more,
  start: async (options, routes) => {
    const handlers = createHandlers()
    const table = new Map(routes.map(({ method, path, behaviour }) => [`${method} ${path}`, behaviour]))
    const app = new Application()
    app.on('error', () => {})
    app.use((context, next) => (context.path === '/early' ? write(context, handlers.reply('early')) : next()))
    app.use(cors(options as CorsOptions<Context>))
    app.use((context) => {
      const method = context.method === 'HEAD' ? 'GET' : context.method
      const behaviour = table.get(`${method} ${context.path}`)
      return behaviour === undefined ? undefined : handle(context, behaviour, handlers)
    })
    const running = await serve(app.callback() as RequestListener, more.create)
    return { ...running, handlerRuns: handlers.runs }
  },
})

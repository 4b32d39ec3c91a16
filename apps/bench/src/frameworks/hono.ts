import { createServer } from 'node:http'
import { cors as ours } from '@cors/fetch'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Contender, Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { configOf, originFunctionOf, peerOptionsOf } from '../policies.js'
import type { RequestShape, Work } from '../scenarios/scenario.js'
import { listenOn } from './http-server.js'

type Fetch = (request: Request) => Response | Promise<Response>

const limit = (fetch: Fetch, work: Work): Fetch => {
  const flat = constantHeaders(work)
  const pairs = flat.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [],
  )
  if (work.answer === 'preflight') return () => new Response(null, { status: 204, headers: pairs })
  return async (request) => {
    const response = await fetch(request)
    for (const [name, value] of pairs) response.headers.set(name, value)
    return response
  }
}

const withPeer = (app: Hono, { policy }: Work): void => {
  const { credentials, methods, allowedHeaders, maxAge } = peerOptionsOf(policy)
  app.use(
    cors({
      // Hono takes a list, too; a function is what patterns and lookups need.
      origin:
        policy.domains.length === 0 && policy.lookup === undefined
          ? [...policy.origins]
          : originFunctionOf(policy),
      credentials,
      allowMethods: methods,
      ...(allowedHeaders === undefined ? {} : { allowHeaders: allowedHeaders }),
      maxAge,
    }),
  )
}

const fetchOf = (role: Role, work: Work): Fetch => {
  const app = new Hono()
  if (role === 'peer') withPeer(app, work)
  app.get('/', (context) => context.text('ok'))
  app.options('/', (context) => context.body(null, 204))
  const fetch: Fetch = (request) => app.fetch(request)
  if (role === 'ours') return ours(configOf(work.policy))(fetch)
  return role === 'limit' ? limit(fetch, work) : fetch
}

const requestOf = ({ method, url, headers }: RequestShape): Request => {
  const pairs = headers.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, headers[index + 1] ?? '']] : [],
  )
  return new Request(new URL(url, 'http://api.example.com'), { method, headers: pairs })
}

const textOf = ({ status, headers }: Response): string =>
  [`HTTP/1.1 ${status}`, ...[...headers].map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')

export const hono: Framework = {
  name: 'Hono',
  peer: 'hono/cors',
  ours: '@cors/fetch',
  async start(role, work): Promise<Contender> {
    const fetch = fetchOf(role, work)
    return {
      async send(shape, count) {
        for (let sent = 0; sent < count; sent++) await fetch(requestOf(shape))
      },
      read: async (shape) => textOf(await fetch(requestOf(shape))),
      listen: () => listenOn(createServer(getRequestListener(fetch))),
    }
  },
}

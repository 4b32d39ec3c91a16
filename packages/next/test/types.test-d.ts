// Compiled, never run: what the editor accepts and refuses.

import {
  type CorsPolicy,
  type CorsProxy,
  corsProxy,
  type ProxyFunction,
  type RouteHandler,
  withCors,
  withCorsApi,
} from '@cors/next'
import type { NextApiHandler } from 'next'
import {
  type NextFetchEvent,
  type NextMiddleware,
  type NextProxy,
  type NextRequest,
  NextResponse,
} from 'next/server.js'

declare const texts: string[]
declare const policy: CorsPolicy
declare const rules: import('../src/index.js').CorsRule[]
declare const list: () => Response
declare const request: NextRequest
declare const event: NextFetchEvent

// proxy.ts and middleware.ts

export const proxy: CorsProxy = corsProxy({ origins: ['https://app.example'], credentials: true })
export const asNextDeclaresIt: NextProxy & NextMiddleware = proxy
const inner: NextMiddleware = () => NextResponse.next()
corsProxy(policy, inner)
corsProxy({ policy: false }, (each) => NextResponse.redirect(new URL('/', each.nextUrl)))
corsProxy({ origins: texts }, async (each, { waitUntil }) => {
  waitUntil(Promise.resolve(each.nextUrl))
})
corsProxy({
  policy: async ({ nextUrl }, { method }) => (nextUrl.pathname === '/' || method === 'PUT' ? policy : false),
  onDecision: (decision, { cookies }) => void [decision.reason, cookies.get('a')],
  vary: ['X-Tenant'],
  samePolicyForAllMethods: true,
})
export const response: Promise<Response> = proxy(request, event)
export const nested: ProxyFunction = corsProxy({ origins: '*' }, proxy)

// @ts-expect-error any site could act as the user
corsProxy({ origins: '*', credentials: true })
// @ts-expect-error a trailing slash
corsProxy({ origins: ['https://app.example/'] })
// @ts-expect-error an option of another library
corsProxy({ origin: 'https://app.example' })
// @ts-expect-error the same within options
corsProxy({ policy: { origins: ['https://App.example'] } })
// @ts-expect-error an option that belongs beside the policy
corsProxy({ policy: { origins: '*' }, credential: true })
// @ts-expect-error no response
corsProxy({ origins: '*' }, () => 'x')

// route.ts

interface Context {
  readonly params: Promise<{ id: string; rest?: string[] }>
}
const exported = withCors(policy, {
  GET: list,
  POST: async (each, { params }: Context) =>
    NextResponse.json({ id: (await params).id, url: each.nextUrl.href }),
  PUT: async (each: Request, context) => Response.json([await each.json(), (await context.params)['id']]),
  async DELETE() {},
})
export const { GET, POST, PUT, DELETE, OPTIONS } = exported
export const got: Promise<Response> = GET(request)
POST(request, { params: Promise.resolve({ id: '7' }) })
// @ts-expect-error the handler needs its params
POST(request)
// @ts-expect-error and these
POST(request, { params: Promise.resolve({}) })
// @ts-expect-error there is no PATCH
exported.PATCH
OPTIONS(request)
// @ts-expect-error a policy function needs more than a Request
OPTIONS(new Request('http://localhost/'))

/** What Next's own check of a route.ts asks of each export. */
type Checked = (
  request: NextRequest,
  context: Context,
  // biome-ignore lint/suspicious/noConfusingVoidType: as Next declares it
) => Promise<Response | void> | Response | void
export const checked: Record<keyof typeof exported, Checked> = exported

const around: RouteHandler = list
withCors({ origins: '*' }, { GET: around, ...withCors(policy, { PUT: list }) }).PUT(request)

// @ts-expect-error not a method
withCors(policy, { get: list })
// @ts-expect-error nor one that Next takes
withCors(policy, { GET: list, TRACE: list })
// @ts-expect-error no response
withCors(policy, { GET: () => 'x' })
// @ts-expect-error any site could act as the user
withCors({ origins: '*', credentials: true }, { GET: list })
// @ts-expect-error with credentials browsers take it literally
withCors([{ origins: ['https://app.example'], credentials: true, exposedHeaders: '*' }], { GET: list })

// pages/api

export const api: NextApiHandler<{ a: number }> = withCorsApi(policy, (_request, reply) =>
  reply.json({ a: 1 }),
)
withCorsApi<unknown, { a: number }>(policy, (_request, reply) => {
  // @ts-expect-error not the data of this handler
  reply.json({ b: 1 })
})
withCorsApi(
  { policy: ({ url, headers }) => url === '/' && headers['x-tenant'] === 'a' && policy },
  async () => {},
)
withCorsApi([...rules, { origins: [(origin, context) => origin.length > 9 && context !== origin] }], () => {})
// @ts-expect-error null cannot be listed
withCorsApi({ origins: ['null'] }, () => {})

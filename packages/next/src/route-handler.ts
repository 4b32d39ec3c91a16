import type { NextRequest } from 'next/server.js'

/** The methods that Next takes from a route.ts. */
export const ROUTE_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const

type RouteMethod = (typeof ROUTE_METHODS)[number]

/** The second argument of a route handler. */
export interface RouteContext {
  readonly params: Promise<Record<string, string | string[] | undefined>>
}

/** A method, not a function: so a handler may say more precisely which `params` its path has. */
interface RouteHandlerMethod {
  // biome-ignore lint/suspicious/noConfusingVoidType: as Next declares it, for handlers that end with redirect()
  handle(request: NextRequest, context: RouteContext): Response | void | Promise<Response | void>
}

/** A function that route.ts exports under the name of a method. */
export type RouteHandler = RouteHandlerMethod['handle']

/** What `withCors` takes: the handlers of one route.ts. */
export type RouteHandlers = { readonly [Method in RouteMethod]?: RouteHandler }

/** What `withCors` returns: exactly the methods that it was given, and OPTIONS. */
export type HandlersWithCors<Handlers> = {
  readonly [Method in keyof Handlers]: RouteHandlerWithCors<Handlers[Method]>
} & {
  readonly OPTIONS: 'OPTIONS' extends keyof Handlers
    ? RouteHandlerWithCors<Handlers['OPTIONS']>
    : (request: NextRequest) => Promise<Response>
}

type RouteHandlerWithCors<Handler> = Handler extends (...parameters: infer Parameters) => unknown
  ? (request: NextRequest, ...context: Rest<Parameters>) => Promise<Response>
  : never

type Rest<Parameters> = Parameters extends [unknown, ...infer Others] ? Others : []

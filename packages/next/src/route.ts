import type { CompiledOptions } from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'
import { ROUTE_METHODS, type RouteHandler } from './route-handler.js'

/** One method of a path: a handler, and the policy that is nearest to it. */
export interface Route {
  readonly compiled: CompiledOptions<NextRequest>
  readonly handler: RouteHandler
}

/** A registered symbol: the ESM and the CommonJS build of this file may meet in one route.ts. */
const ROUTE = Symbol.for('@cors/next/route')

interface MarkedHandler extends RouteHandler {
  [ROUTE]?: Route | 'automatic'
}

/** Leave on a handler that `withCors` returns what an enclosing `withCors` needs to know. */
export const mark = (handler: RouteHandler, route: Route | 'automatic'): RouteHandler => {
  ;(handler as MarkedHandler)[ROUTE] = route
  return handler
}

/**
 * The routes of one route.ts. A handler that has a policy keeps it: the nearest counts.
 *
 * @throws TypeError if `handlers` is not an object of functions named after methods
 */
export const readRoutes = (
  handlers: object,
  compiled: CompiledOptions<NextRequest>,
): ReadonlyMap<string, Route> => {
  const routes = new Map<string, Route>()
  for (const [method, handler] of Object.entries(handlers)) {
    if (!ROUTE_METHODS.some((known) => known === method)) {
      throw new TypeError(`withCors takes handlers named ${ROUTE_METHODS.join(', ')}, not ${method}.`)
    }
    if (typeof handler !== 'function') throw new TypeError(`The handler for ${method} must be a function.`)
    const marked = (handler as MarkedHandler)[ROUTE]
    if (marked !== 'automatic') routes.set(method, marked ?? { compiled, handler })
  }
  return routes
}

/** What Next answers to OPTIONS for a route.ts without it. */
export const answerWithAllow = (methods: Iterable<string>): RouteHandler => {
  const names = new Set([...methods, 'OPTIONS'])
  if (names.has('GET')) names.add('HEAD')
  const allow = [...names].sort().join(', ')
  return () => new Response(null, { status: 204, headers: { allow } })
}

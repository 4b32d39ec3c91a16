import type { CorsRequest } from '@cors/core'
import {
  beginHead,
  type CheckedInput,
  type CorsInput,
  type CorsLiteral,
  compileOptions,
  kindOf,
  readFetchRequest,
} from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'
import { ask, type Compiled, createDoublePolicyReport, logError, write } from './cors.js'

/** The methods that Next takes from a route.ts. */
const ROUTE_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const

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
export type RouteHandlers = { readonly [Method in (typeof ROUTE_METHODS)[number]]?: RouteHandler }

/** What `withCors` returns: exactly the methods that it was given, and OPTIONS. */
export type HandlersWithCors<Handlers> = {
  readonly [Method in keyof Handlers]: RouteHandlerWithCors<Handlers[Method]>
} & {
  readonly OPTIONS: 'OPTIONS' extends keyof Handlers
    ? RouteHandlerWithCors<Handlers['OPTIONS']>
    : (request: NextRequest) => Promise<Response>
}

type RouteHandlerWithCors<Handler> = Handler extends (request: never, ...context: infer Context) => unknown
  ? (request: NextRequest, ...context: Context) => Promise<Response>
  : never

/** One method of a path: a handler, and the policy that is nearest to it. */
interface Route {
  readonly compiled: Compiled
  readonly handler: RouteHandler
}

/**
 * On a handler that `withCors` returns: what an enclosing `withCors` needs to know; `undefined` on an OPTIONS that is
 * nobody's own. A registered symbol: the ESM and the CommonJS build of this file may meet in one route.ts.
 */
const ROUTE = Symbol.for('@cors/next/route')

/**
 * CORS for the path of one route.ts. Preflights are answered; any other OPTIONS request reaches your handler for
 * it, or is answered with `Allow`. A handler that comes from another `withCors` keeps the policy that it has
 * there, and a preflight is judged by the policy of the method that it asks about.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @param handlers the handlers of the route, by method
 * @returns the same handlers with the policy's headers on their responses, and `OPTIONS`: export all of them
 * @throws CorsConfigError with every mistake in the options
 * @throws TypeError if `handlers` is not an object of functions named after methods
 *
 * @example
 * export const { GET, POST, OPTIONS } = withCors({ origins: ['https://app.example.com'] }, { GET: list, POST: add })
 */
export const withCors = <
  const Input extends CorsLiteral<CorsInput<NextRequest>>,
  Handlers extends RouteHandlers,
>(
  options: Input & CheckedInput<Input>,
  handlers: Handlers & { readonly [Name in Exclude<keyof Handlers, keyof RouteHandlers>]: never },
): HandlersWithCors<Handlers> => {
  const compiled = compileOptions<NextRequest>(options, logError)
  const routes = readRoutes(handlers, compiled)
  let isOptionsExported = false
  const checkOptionsExport = createOptionsExportCheck([...routes.keys()], () => isOptionsExported)
  const reportDoublePolicy = createDoublePolicyReport('withCors')

  const serve = async (
    route: Route,
    request: NextRequest,
    context: RouteContext,
    preflight?: CorsRequest,
  ): Promise<Response> => {
    checkOptionsExport(route.compiled)
    // Next looks for a look at the request as a sign that the path is dynamic, and then does not prerender it, or
    // leaves it out of a static export. So where the answer is known without one, none is taken.
    const isSameForAll = route.compiled.onDecision === undefined && !isKeyed(route.compiled)
    const corsRequest = preflight ?? (isSameForAll ? WITHOUT_ORIGIN : undefined)
    const answer = await ask(route.compiled, request, corsRequest)
    if (answer instanceof Response) return answer
    const head = isSameForAll || request.method !== 'HEAD' ? undefined : beginHead()
    const response = await route.handler(request, context)
    // A plain Request, as a unit test may pass it, has no `nextUrl`.
    reportDoublePolicy((request as Partial<NextRequest>).nextUrl?.pathname)
    // Next itself refuses what is no response.
    if (!(response instanceof Response)) return response as never
    return write(response, answer, head)
  }

  const own = routes.get('OPTIONS')
  const forOptions: Route = own ?? { compiled, handler: answerWithAllow(routes.keys()) }
  const preflightUncacheable = [...routes.values()].some((route) => route.compiled.policy !== compiled.policy)
  const answerOptions: RouteHandler = (request, context) => {
    const asked = readFetchRequest(request)
    if (kindOf(asked) !== 'preflight') return serve(forOptions, request, context)
    const method = asked.accessControlRequestMethod ?? ''
    const target = routes.get(method) ?? (method === 'HEAD' ? routes.get('GET') : undefined)
    // Where that policy is off, OPTIONS of the application answers, under no other method's policy.
    const route: Route = { compiled: target?.compiled ?? compiled, handler: forOptions.handler }
    return serve(route, request, context, { ...asked, preflightUncacheable })
  }

  const result: Record<string, RouteHandler> = {}
  for (const [method, route] of routes) {
    const handler: RouteHandler = (request, context) => serve(route, request, context)
    result[method] = Object.assign(handler, { [ROUTE]: route })
  }
  Object.assign(answerOptions, { [ROUTE]: own })
  Object.defineProperty(result, 'OPTIONS', {
    enumerable: true,
    get: () => {
      isOptionsExported = true
      return answerOptions
    },
  })
  return result as unknown as HandlersWithCors<Handlers>
}

/** The routes of one route.ts. A handler that has a policy keeps it: the nearest counts. */
const readRoutes = (handlers: object, compiled: Compiled): ReadonlyMap<string, Route> => {
  const routes = new Map<string, Route>()
  if (typeof handlers !== 'object' || handlers === null) {
    throw new TypeError('withCors takes handlers in an object: withCors(options, { GET: … }).')
  }
  for (const [method, handler] of Object.entries(handlers)) {
    if (!ROUTE_METHODS.some((known) => known === method)) {
      throw new TypeError(`withCors takes handlers named ${ROUTE_METHODS.join(', ')}, not ${method}.`)
    }
    if (typeof handler !== 'function') throw new TypeError(`The handler for ${method} must be a function.`)
    const route: Route | undefined = ROUTE in handler ? handler[ROUTE] : { compiled, handler }
    if (route !== undefined) routes.set(method, route)
  }
  return routes
}

/** What Next answers to OPTIONS for a route.ts without it. */
const answerWithAllow = (methods: Iterable<string>): RouteHandler => {
  const names = new Set([...methods, 'OPTIONS'])
  if (names.has('GET')) names.add('HEAD')
  const allow = [...names].sort().join(', ')
  return () => new Response(null, { status: 204, headers: { allow } })
}

/** What Next has of a request while it prerenders. */
const WITHOUT_ORIGIN = {
  method: 'GET',
  origin: undefined,
  accessControlRequestMethod: undefined,
  accessControlRequestHeaders: undefined,
} as const

/** Does the answer depend on the origin? Only where everybody may read is a request without `Origin` allowed. */
const isKeyed = ({ policy }: Compiled): boolean => {
  if (policy === false || typeof policy === 'function') return policy !== false
  const decision = policy.evaluate(WITHOUT_ORIGIN)
  return !('allowed' in decision && decision.allowed)
}

/**
 * Whether route.ts exports OPTIONS is Next's only sign that its GET is dynamic; and without that export Next
 * answers preflights itself. This is asked in each handler, before anything of the request is read.
 *
 * @param isExported was OPTIONS taken from what `withCors` returned?
 * @returns a function that throws where Next prerenders a response that depends on the origin: it would get none,
 *   and freeze that
 */
const createOptionsExportCheck = (
  methods: readonly string[],
  isExported: () => boolean,
): ((compiled: Compiled) => void) => {
  const needsPreflights = methods.some((method) => method !== 'GET' && method !== 'HEAD')
  let isReported = false
  return (compiled) => {
    if (process.env['NEXT_PHASE'] === 'phase-production-build' && isKeyed(compiled)) {
      throw new Error(
        '@cors/next: Next.js is about to prerender this route, without an Origin, so every origin would get what ' +
          'none gets. Export OPTIONS, too, which makes the route dynamic: export const { GET, OPTIONS } = withCors(…).',
      )
    }
    if (isReported || isExported() || !(needsPreflights || isKeyed(compiled))) return
    isReported = true
    console.error(
      `@cors/next: a route.ts does not export the OPTIONS that withCors returns, so Next.js answers its preflights ` +
        `without the policy. Write: export const { ${[...new Set([...methods, 'OPTIONS'])].join(', ')} } = withCors(…).`,
    )
  }
}

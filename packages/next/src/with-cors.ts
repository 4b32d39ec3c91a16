import type { CorsRequest } from '@cors/core'
import {
  type CheckedInput,
  type CorsInput,
  compileOptions,
  kindOf,
  readFetchRequest,
} from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'
import { ask, logError, write } from './ask.js'
import { createDoublePolicyReport } from './double-policy.js'
import { createOptionsExportCheck, needsNoRequest, WITHOUT_ORIGIN } from './prerender.js'
import { answerWithAllow, mark, type Route, readRoutes } from './route.js'
import type { HandlersWithCors, RouteHandler, RouteHandlers } from './route-handler.js'

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
export const withCors = <const Input, Handlers extends RouteHandlers>(
  options: CorsInput<NextRequest> & Input & CheckedInput<Input>,
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
    context: Parameters<RouteHandler>[1],
    preflight?: CorsRequest,
  ): Promise<Response> => {
    checkOptionsExport(route.compiled)
    const isSameForAll = needsNoRequest(route.compiled)
    const corsRequest = preflight ?? (isSameForAll ? WITHOUT_ORIGIN : undefined)
    const answer = await ask(route.compiled, request, corsRequest)
    if (answer instanceof Response) return answer
    const response = await route.handler(request, context)
    // A plain Request, as a unit test may pass it, has no `nextUrl`.
    reportDoublePolicy((request as Partial<NextRequest>).nextUrl?.pathname)
    // Next itself refuses what is no response.
    if (!(response instanceof Response)) return response as never
    return write(response, answer, isSameForAll || request.method !== 'HEAD')
  }

  const own = routes.get('OPTIONS')
  const forOptions: Route = own ?? { compiled, handler: answerWithAllow(routes.keys()) }
  const preflightUncacheable = [...routes.values()].some((route) => route.compiled.policy !== compiled.policy)
  const answerOptions: RouteHandler = (request, context) => {
    const corsRequest = readFetchRequest(request)
    if (kindOf(corsRequest) !== 'preflight') return serve(forOptions, request, context)
    const asked = corsRequest.accessControlRequestMethod ?? ''
    const target = routes.get(asked) ?? (asked === 'HEAD' ? routes.get('GET') : undefined)
    // Where that policy is off, OPTIONS of the application answers, under no other method's policy.
    const route: Route = { compiled: target?.compiled ?? compiled, handler: forOptions.handler }
    return serve(route, request, context, { ...corsRequest, preflightUncacheable })
  }

  const result: Record<string, RouteHandler> = {}
  for (const [method, route] of routes) {
    result[method] = mark((request, context) => serve(route, request, context), route)
  }
  mark(answerOptions, own ?? 'automatic')
  Object.defineProperty(result, 'OPTIONS', {
    enumerable: true,
    get: () => {
      isOptionsExported = true
      return answerOptions
    },
  })
  return result as unknown as HandlersWithCors<Handlers>
}

import { type CheckedInput, type CorsInput, compileOptions } from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'
import { ask, logError, write } from './ask.js'
import { createDoublePolicyReport } from './double-policy.js'
import { createOptionsExportCheck } from './options-export.js'
import {
  type HandlersWithCors,
  ROUTE_METHODS,
  type RouteHandler,
  type RouteHandlers,
} from './route-handler.js'

/**
 * CORS for the path of one route.ts. Preflights are answered; any other OPTIONS request reaches your handler for
 * it, or is answered with `Allow`.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @param handlers the handlers of the route, by method
 * @returns the same handlers with the policy's headers on their responses, and `OPTIONS`
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
  const given = readHandlers(handlers)
  let isOptionsExported = false
  const checkOptionsExport = createOptionsExportCheck(compiled, [...given.keys()], () => isOptionsExported)
  const reportDoublePolicy = createDoublePolicyReport('withCors')

  const wrap =
    (handler: RouteHandler): RouteHandler =>
    async (request, context) => {
      checkOptionsExport()
      const answer = await ask(compiled, request)
      if (answer instanceof Response) return answer
      const response = await handler(request, context)
      // A plain Request, as a unit test may pass it, has no `nextUrl`.
      reportDoublePolicy((request as Partial<NextRequest>).nextUrl?.pathname)
      return response instanceof Response ? write(response, answer) : response
    }

  const wrapped: Record<string, RouteHandler> = {}
  for (const [method, handler] of given) wrapped[method] = wrap(handler)
  const answerOptions = wrap(given.get('OPTIONS') ?? answerWithAllow(given))
  Object.defineProperty(wrapped, 'OPTIONS', {
    enumerable: true,
    get: () => {
      isOptionsExported = true
      return answerOptions
    },
  })
  return wrapped as unknown as HandlersWithCors<Handlers>
}

const readHandlers = (handlers: object): ReadonlyMap<string, RouteHandler> => {
  const given = new Map<string, RouteHandler>()
  for (const [method, handler] of Object.entries(handlers)) {
    if (!ROUTE_METHODS.some((known) => known === method)) {
      throw new TypeError(`withCors takes handlers named ${ROUTE_METHODS.join(', ')}, not ${method}.`)
    }
    if (typeof handler !== 'function') throw new TypeError(`The handler for ${method} must be a function.`)
    given.set(method, handler)
  }
  return given
}

/** What Next answers for a route without OPTIONS. */
const answerWithAllow = (given: ReadonlyMap<string, RouteHandler>): RouteHandler => {
  const methods = new Set([...given.keys(), 'OPTIONS', ...(given.has('GET') ? ['HEAD'] : [])])
  const allow = [...methods].sort().join(', ')
  return () => new Response(null, { status: 204, headers: { allow } })
}

import { CorsConfigError } from '@cors/core'
import type { FastifyRequest } from 'fastify'
import { lateRoutePolicy, reportLateRoute } from './late-route.js'
import { compilePolicy, type Options, type Registration } from './registration.js'
import type { SeenRoute } from './route-table.js'

/** On the `config` of a route: its compiled `config.cors`; `false` on one that was seen to have none. */
const OWN = Symbol.for('@cors/fastify/own')

interface Config {
  readonly cors?: unknown
  readonly [OWN]?: Options | false
}

/**
 * Compile the `config.cors` of a route that is being declared, and leave it on its `config`.
 *
 * @throws CorsConfigError that names the route
 */
export const compileRoutePolicy = (route: SeenRoute, registration: Registration): Options | undefined => {
  const config: Config | undefined = route.config
  if (config?.cors === undefined) {
    if (registration.routes.mayMissRoutes()) route.config = { ...route.config, [OWN]: false } as object
    return undefined
  }
  try {
    const own = compilePolicy(config.cors, registration)
    route.config = { ...route.config, [OWN]: own } as object
    return own
  } catch (error) {
    if (!isConfigError(error)) throw error
    const at = [`${[route.method].flat().join()} ${route.url}`, 'config', 'cors']
    throw new CorsConfigError(error.issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })))
  }
}

/** Of whichever build of the core: the classes differ. */
const isConfigError = (error: unknown): error is CorsConfigError =>
  error instanceof Error && 'code' in error && error.code === 'CORS_CONFIG_INVALID'

/** What the route of a request has for itself. */
export const routePolicyOf = (request: FastifyRequest, registration: Registration): Options | undefined => {
  const config: Config = request.routeOptions.config
  const own = config[OWN]
  if (own !== undefined) return own || undefined
  if (config.cors !== undefined) return lateRoutePolicy(request, registration, config.cors)
  if (registration.routes.mayMissRoutes()) reportLateRoute(request, registration)
  return undefined
}

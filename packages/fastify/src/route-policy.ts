import { CorsConfigError } from '@cors/core'
import type { FastifyRequest } from 'fastify'
import { lateRoutePolicy, reportLateRoute } from './late-route.js'
import { compilePolicy, type Options, type Registration } from './registration.js'
import type { SeenRoute } from './route-table.js'

/** On the `config` of a route that was seen: the place for what its `config.cors` is compiled to. */
const OWN = Symbol.for('@cors/fastify/own')

interface Config {
  readonly cors?: unknown
  readonly [OWN]?: { options?: Options }
}

/** Fastify copies `config` when a route is declared. So the place must be there, though it is filled later. */
export const keepPlace = (route: SeenRoute, always = false): void => {
  const config: Config | undefined = route.config
  if (always || config?.cors !== undefined) route.config = { ...config, [OWN]: {} } as object
}

/**
 * Compile the `config.cors` of a route, and leave it on its `config`.
 *
 * @throws CorsConfigError that names the route
 */
export const compileRoutePolicy = (route: SeenRoute, registration: Registration): Options | undefined => {
  const config: Config | undefined = route.config
  if (config?.cors === undefined) return undefined
  try {
    const options = compilePolicy(config.cors, registration)
    if (config[OWN] !== undefined) config[OWN].options = options
    return options
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
  if (own?.options !== undefined) return own.options
  if (config.cors !== undefined) return lateRoutePolicy(request, registration, config.cors)
  if (own === undefined && registration.routes.mayMissRoutes()) reportLateRoute(request, registration)
  return undefined
}

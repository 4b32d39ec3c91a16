import { CorsConfigError } from '@cors/core'
import type { FastifyRequest } from 'fastify'
import type { Options, Registration } from './registration.js'
import type { SeenRoute } from './route-table.js'

/** On the `config` of a route: its compiled `config.cors`. */
const OWN = Symbol.for('@cors/fastify/own')

interface Config {
  readonly cors?: unknown
  readonly [OWN]?: Options
}

const compile = (own: unknown, { options, routePolicies }: Registration): Options => {
  if (typeof own !== 'object' || own === null) return options.withPolicy(own)
  const compiled = routePolicies.get(own) ?? options.withPolicy(own)
  routePolicies.set(own, compiled)
  return compiled
}

/**
 * Compile the `config.cors` of a route that is being declared, and leave it on its `config`.
 *
 * @throws CorsConfigError that names the route
 */
export const compileRoutePolicy = (route: SeenRoute, registration: Registration): Options | undefined => {
  const config: Config | undefined = route.config
  if (config?.cors === undefined) return undefined
  try {
    const own = compile(config.cors, registration)
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
  return own !== undefined || config.cors === undefined ? own : lateRoutePolicy(request, registration, config)
}

const late = new WeakMap<Config, Options>()

/**
 * The route was declared before the plugin had loaded, and no hook was told. Its requests get what it says all the
 * same; their preflights cannot know.
 */
const lateRoutePolicy = (request: FastifyRequest, registration: Registration, config: Config): Options => {
  let options = late.get(config)
  if (options !== undefined) return options
  const { log } = request.server
  const { method = [], url } = request.routeOptions
  const route = `${[method].flat().join()} ${url}`
  log.error(
    `@cors/fastify: ${route} was declared before the plugin had loaded. Its config.cors holds for requests, ` +
      'but not for their preflights. Write "await app.register(cors, …)" before the routes.',
  )
  try {
    options = compile(config.cors, registration)
  } catch (error) {
    // Too late to fail the start: nobody gets a CORS header.
    log.error({ err: error }, `@cors/fastify: config.cors of ${route} is wrong`)
    options = registration.options.withPolicy(false)
  }
  late.set(config, options)
  return options
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { compilePolicy, type Options, type Registration } from './registration.js'

/*
 * Routes that were declared before the plugin had loaded, in an application that was made before this package was:
 * Fastify tells nobody about them, so that the first request is the first that is known of them.
 */

const AWAIT = 'Write "await app.register(cors, …)" before the routes.'

const nameOf = (request: FastifyRequest): string => {
  const { method = [], url } = request.routeOptions
  return `${[method].flat().join()} ${url}`
}

const policies = new WeakMap<object, Options>()

/** Its requests get what its `config.cors` says all the same; its preflights cannot know. */
export const lateRoutePolicy = (
  request: FastifyRequest,
  registration: Registration,
  own: unknown,
): Options => {
  const { config } = request.routeOptions
  let options = policies.get(config)
  if (options !== undefined) return options
  const { log } = request.server
  const route = nameOf(request)
  log.error(
    `@cors/fastify: ${route} was declared before the plugin had loaded. Its config.cors holds for requests, ` +
      `but not for their preflights. ${AWAIT}`,
  )
  try {
    options = compilePolicy(own, registration)
  } catch (error) {
    // Too late to fail the start: nobody gets a CORS header.
    log.error({ err: error }, `@cors/fastify: config.cors of ${route} is wrong`)
    options = registration.options.withPolicy(false)
  }
  policies.set(config, options)
  return options
}

const reported = new WeakSet<FastifyInstance>()

/** Where no scope claims the path, its preflights end in a 404. Told once for each scope. */
export const reportLateRoute = (request: FastifyRequest, { routes }: Registration): void => {
  const { server } = request
  if (reported.has(server) || request.is404 || routes.claimsUnknown(server)) return
  reported.add(server)
  server.log.error(
    `@cors/fastify: ${nameOf(request)} was declared before the plugin had loaded in its scope, ` +
      `so nobody answers its preflights. ${AWAIT}`,
  )
}

import { compileOptions } from '@cors/core/adapter'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { mayBeAnsweredEarlier } from './earlier-hooks.js'
import { declareEarlyRoutes, forgetRoute, seesEarlyRoutes } from './early-routes.js'
import { isHidden } from './hidden-route.js'
import { onNotFound, onRequest, onSend } from './hooks.js'
import { type FastifyCorsOptions, withoutFastifyOptions } from './options.js'
import { routePreflights } from './preflight-route.js'
import { registrationOf, setRegistration } from './registration.js'
import { compileRoutePolicy, keepPlace } from './route-policy.js'
import { routeTableOf, type SeenRoute } from './route-table.js'
import { isRoot } from './scope.js'

/**
 * CORS as a Fastify plugin. It governs the scope in which it is registered, and the scopes inside of it; a route
 * can have its own policy in `config.cors`. The nearest one wins.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @throws CorsConfigError with every mistake in them
 */
export async function cors(scope: FastifyInstance, options: FastifyCorsOptions): Promise<void> {
  const compiled = compileOptions<FastifyRequest>(withoutFastifyOptions(options), logError)
  const routes = routeTableOf(scope, routePreflights, seesEarlyRoutes(scope))
  // A scope inside of a governed one has its hooks already.
  const hasHooks = registrationOf(scope) !== undefined
  setRegistration(scope, { options: compiled, routePolicies: new WeakMap(), routes })
  routes.addScope(scope)
  declareEarlyRoutes(scope, routes)
  if (hasHooks) return
  routes.suspectEarlierRoutes()
  const hasEarlierHooks = mayBeAnsweredEarlier(scope, [onRequest, onNotFound])
  if (!isRoot(scope) && !routes.seesNotFound) routes.root.addHook('onRequest', onNotFound)
  routes.seesNotFound = true
  scope.addHook('onRoute', onRoute)
  scope.addHook('onRequest', onRequest)
  if (hasEarlierHooks) scope.addHook('onSend', onSend)
}

// It marks the function itself, so that the hooks reach the scope in which it is registered.
fastifyPlugin(cors, { name: '@cors/fastify', fastify: '5.x' })

function onRoute(this: FastifyInstance, route: SeenRoute): void {
  const registration = registrationOf(this)
  if (registration === undefined || isHidden(route.config)) return
  if (seesEarlyRoutes(this)) forgetRoute(this, route)
  else keepPlace(route, registration.routes.mayMissRoutes())
  registration.routes.declare(this, route, compileRoutePolicy(route, registration))
}

const logError = (error: unknown, request: FastifyRequest): void => {
  request.log.error({ err: error }, '@cors/fastify: a lookup or onDecision failed')
}

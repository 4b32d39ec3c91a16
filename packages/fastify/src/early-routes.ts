import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { isHidden } from './hidden-route.js'
import { registrationOf } from './registration.js'
import { compileRoutePolicy, keepPlace } from './route-policy.js'
import type { SeenRoute } from './route-table.js'

/*
 * Routes that an application declares before the plugin has loaded: everything that follows a `register` which
 * nobody awaits. Fastify tells the plugin nothing of them. But it publishes each application as soon as it is made,
 * so that this package, where it was imported before, sees all routes:
 * see docs/decisions/0012-fastify-routes-before-the-plugin.md.
 */

interface EarlyRoute {
  readonly scope: FastifyInstance
  readonly route: SeenRoute
}

/** A registered symbol: the ESM and the CommonJS build of this file may meet in one application. */
const EARLY: unique symbol = Symbol.for('@cors/fastify/early-routes')

interface Application extends FastifyInstance {
  [EARLY]?: Map<SeenRoute, EarlyRoute>
}

subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { readonly fastify: Application }
  if (fastify[EARLY] !== undefined) return
  fastify[EARLY] = new Map()
  fastify.addHook('onRoute', noteRoute)
})

function noteRoute(this: Application, route: SeenRoute): void {
  if (isHidden(route.config)) return
  keepPlace(route)
  const registration = registrationOf(this)
  if (registration !== undefined && route.config?.cors !== undefined)
    registration.routes.readsRouteConfig = true
  // A copy: Fastify goes on to write the path with a slash into the same object.
  this[EARLY]?.set(route, { scope: this, route: { ...route } })
}

/** Were all routes of this application noted? Not where it was made before this package was loaded. */
export const seesEarlyRoutes = (scope: Application): boolean => scope[EARLY] !== undefined

/** The plugin's own hook was told of the route. */
export const forgetRoute = (scope: Application, route: SeenRoute): void => {
  scope[EARLY]?.delete(route)
}

/**
 * Declare what was noted and is governed now.
 *
 * @throws CorsConfigError that names the route
 */
export const declareEarlyRoutes = (registered: Application): void => {
  for (const [key, { scope, route }] of registered[EARLY] ?? []) {
    const registration = registrationOf(scope)
    if (registration === undefined) continue
    forgetRoute(registered, key)
    registration.routes.declare(scope, route, compileRoutePolicy(route, registration))
  }
}

import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import type { DeclaredRoute } from './declared-route.js'
import { isHidden } from './hidden-route.js'
import { registrationOf } from './registration.js'
import { compileRoutePolicy, keepPlace } from './route-policy.js'
import { knownTableOf, type RouteTable, type SeenRoute } from './route-table.js'

/*
 * Routes that an application declares before the plugin has loaded: everything that follows a `register` which
 * nobody awaits. Fastify tells the plugin nothing of them. But it publishes each application as soon as it is made,
 * so that this package, where it was imported before, sees all routes:
 * see docs/decisions/0012-fastify-routes-before-the-plugin.md.
 */

interface EarlyRoute {
  readonly scope: FastifyInstance
  readonly route: SeenRoute
  /** In the table, while nothing governs the route. */
  declared?: DeclaredRoute
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
  // A copy: Fastify goes on to write the path with a slash into the same object.
  const early: EarlyRoute = { scope: this, route: { ...route } }
  this[EARLY]?.set(route, early)
  const table = knownTableOf(this)
  if (table === undefined) return
  if (registrationOf(this) === undefined) early.declared = table.declare(this, early.route, undefined)
  else if (route.config?.cors !== undefined) table.readsRouteConfig = true
}

/** Were all routes of this application noted? Not where it was made before this package was loaded. */
export const seesEarlyRoutes = (scope: Application): boolean => scope[EARLY] !== undefined

/** The plugin's own hook was told of the route. */
export const forgetRoute = (scope: Application, route: SeenRoute): void => {
  scope[EARLY]?.delete(route)
}

/**
 * Declare what was noted. What nothing governs is told apart, so that no preflight for it is answered by a scope that
 * has the same path; it may be governed later, by a registration further out.
 *
 * @throws CorsConfigError that names the route
 */
export const declareEarlyRoutes = (registered: Application, table: RouteTable): void => {
  for (const [key, early] of registered[EARLY] ?? []) {
    const { scope, route } = early
    const registration = registrationOf(scope)
    early.declared ??= table.declare(scope, route, undefined)
    if (registration === undefined) continue
    table.setOwn(early.declared, compileRoutePolicy(route, registration))
    forgetRoute(registered, key)
  }
}

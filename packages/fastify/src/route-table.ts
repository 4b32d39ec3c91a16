import { type ChannelListener, channel, subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { HiddenRoutes, isHidden, routePreflights } from './hidden-routes.js'
import { declaredRoute, findTarget, type Place, placeOf } from './preflight-target.js'
import {
  governsPrefix,
  isRoot,
  isSeen,
  markSeen,
  nameOf,
  type Options,
  parentOf,
  type Registration,
  registrationOf,
  reportUnseen,
} from './registration.js'

/** A route as `onRoute` hooks get it. */
export type SeenRoute = RouteOptions & { readonly routePath: string }

interface Seen {
  readonly scope: FastifyInstance
  /** Below the prefix of the scope. Fastify goes on to write others into the same route. */
  readonly paths: readonly string[]
}

/**
 * The routes of an application.
 *
 * While one registration at the root governs everything, nothing needs to be routed: there is no hidden route, and
 * the router derives no constraint. The first scope or route with a policy of its own changes that.
 */
export class RouteTable {
  readonly root: FastifyInstance
  /** What governs every request, whatever it is for; `undefined` where scopes or routes have policies of their own. */
  sole: Options | undefined
  /** May there be routes with a `config.cors`? Otherwise no request needs to look. */
  readsRouteConfig = false
  /** Has the application hooks of ours? */
  hasHooks = false
  /** Are routes seen that are declared before the plugin has loaded? */
  readonly #seesAll: boolean
  readonly #seen = new Map<SeenRoute, Seen>()
  /** There are none while one policy governs everything. */
  #hidden: HiddenRoutes | undefined

  constructor(root: FastifyInstance, seesAll: boolean) {
    this.root = root
    this.#seesAll = seesAll
  }

  /** A hook was told of a route, maybe again: another hook may have changed its `config` in between. */
  note(scope: FastifyInstance, route: SeenRoute): void {
    if (isHidden(route.config)) return
    if (!this.#seen.has(route)) {
      const { routePath, prefixTrailingSlash } = route
      // Beside `/v1` Fastify may declare `/v1/`, of which no hook is told.
      const hasTwin = scope.prefix !== '' && routePath === '' && prefixTrailingSlash !== 'no-slash'
      const paths = hasTwin ? ['', '/'] : [routePath]
      this.#seen.set(route, { scope, paths })
      for (const path of paths) this.#hidden?.groupOf(scope, path)
    }
    if (!this.#seesAll || route.config?.cors !== undefined) markSeen(route)
    this.#routeIfOwn(scope, route)
  }

  /**
   * The hook of a governed scope was told of a route.
   *
   * @throws CorsConfigError that names the route, which is then not declared
   */
  declare(scope: FastifyInstance, route: SeenRoute): void {
    this.#seen.delete(route)
    registrationOf(scope)?.compile(route)
    this.note(scope, route)
  }

  /**
   * A scope has a registration of its own. Of the routes that were seen it governs those within it.
   *
   * @throws CorsConfigError that names the route
   */
  govern(registered: FastifyInstance): void {
    if (!isRoot(registered)) this.#activate()
    if (governsPrefix(registered)) for (const path of ['', '/*']) this.#hidden?.groupOf(registered, path)
    for (const [route, { scope }] of this.#seen) {
      if (!isSeen(route.config)) continue
      registrationOf(scope)?.compile(route)
      this.#routeIfOwn(scope, route)
    }
    this.#setSole()
  }

  /** Routes that were declared before the plugin had loaded may have a `config.cors`, of which nobody is told. */
  suspectEarlierRoutes(): void {
    this.readsRouteConfig ||= !this.#seesAll && hasRoutes(this.root)
    this.#setSole()
  }

  /** A `config.cors` says nothing where nothing governs the route, and whoever wrote it sees no mistake. */
  reportUngoverned(): void {
    const reported = new Set<unknown>()
    for (const [route, { scope }] of this.#seen) {
      const own = route.config?.cors
      if (!own || reported.has(own) || registrationOf(scope) !== undefined) continue
      reported.add(own)
      scope.log.error(
        `@cors/fastify: the config.cors of ${nameOf(route)} does nothing, since the plugin is registered neither in ` +
          'its scope nor around it. Is it registered in a plugin of your own? Wrap that in fastify-plugin.',
      )
    }
  }

  /** What governs the route of a request. */
  optionsOf(request: FastifyRequest, registration: Registration): Options {
    const { routeOptions } = request
    const { config } = routeOptions
    if (!isSeen(config) && (!this.#seesAll || config.cors !== undefined)) reportUnseen(request, routeOptions)
    return registration.optionsOf(routeOptions)
  }

  /**
   * Whose policy a 404 has: Fastify takes it to the root, but the scope that judges the preflights of what no route
   * has governs this, too.
   */
  optionsOfUnrouted(request: FastifyRequest['raw']): Options | undefined {
    if (this.#hidden === undefined) return undefined
    return findTarget(this.#placesOf(this.#hidden, request), request.method ?? '').options
  }

  /** If a route has a policy of its own, preflights need to be routed. */
  #routeIfOwn(scope: FastifyInstance, { config }: SeenRoute): void {
    if (config?.cors === undefined || registrationOf(scope) === undefined) return
    this.readsRouteConfig = true
    this.#activate()
  }

  #activate(): void {
    if (this.#hidden !== undefined) return
    const placesOf = (request: FastifyRequest['raw']): readonly Place[] => this.#placesOf(hidden, request)
    const hidden = new HiddenRoutes(this.root, routePreflights(this.root, placesOf))
    this.#hidden = hidden
    for (const { scope, paths } of this.#seen.values()) for (const path of paths) hidden.groupOf(scope, path)
    this.#setSole()
  }

  #setSole(): void {
    const hasOthers = this.readsRouteConfig || this.#hidden !== undefined
    this.sole = hasOthers ? undefined : registrationOf(this.root)?.options
  }

  /** Where the router finds routes for a URL, in the order in which it would try them. */
  #placesOf(hidden: HiddenRoutes, request: FastifyRequest['raw']): readonly Place[] {
    this.#settle(hidden)
    return hidden.find(request.url ?? '').map((groups) => placeOf(groups, request))
  }

  /** Nothing is declared any more: now the router can be asked for what no hook was told of. */
  #settle(hidden: HiddenRoutes): void {
    // Twins last: what stands in the place of one may be a route of its own.
    for (const index of [0, 1]) {
      for (const [route, { scope, paths }] of this.#seen) {
        const path = paths[index]
        if (path === undefined) continue
        const { constraints = {} } = route
        const url = scope.prefix + path
        const methods = [route.method]
          .flat()
          .filter((method) => index === 0 || this.root.hasRoute({ method, url, constraints }))
        const group = hidden.groupOf(scope, path)
        if (methods.length > 0) group.routes.push(declaredRoute(route, group, methods))
      }
    }
    this.#seen.clear()
  }
}

const hasRoutes = (root: FastifyInstance): boolean => {
  try {
    return root.printRoutes() !== '(empty tree)'
  } catch {
    // Some constraints are more than the router can print.
    return true
  }
}

/** A registered symbol: the ESM and the CommonJS build of this file may meet in one application. */
const TABLE: unique symbol = Symbol.for('@cors/fastify/routes')

interface Application extends FastifyInstance {
  [TABLE]?: RouteTable
}

/** The table of the application that a scope belongs to: scopes inherit it from the root by prototype. */
export const routesOf = (scope: FastifyInstance): RouteTable | undefined => (scope as Application)[TABLE]

/** What was declared in an application before it had a table is not known. */
export const ensureRoutes = (scope: Application): RouteTable => {
  const parent = parentOf(scope)
  if (parent !== undefined) return ensureRoutes(parent)
  scope[TABLE] ??= new RouteTable(scope, false)
  return scope[TABLE]
}

/*
 * Routes that an application declares before the plugin has loaded: everything that follows a `register` which
 * nobody awaits. Fastify tells the plugin nothing of them. But it publishes each application as soon as it is made,
 * so that this package, where it was imported before, sees all routes:
 * see docs/decisions/0012-fastify-routes-before-the-plugin.md.
 */
const MADE = 'fastify.initialization'

const listen: ChannelListener = (message) => {
  const { fastify } = message as { readonly fastify: Application }
  if (fastify[TABLE] !== undefined) return
  const routes = new RouteTable(fastify, true)
  fastify[TABLE] = routes
  fastify.addHook('onRoute', function (route) {
    routes.note(this, route)
  })
}

/** On the channel: who listens. */
const LISTENER = Symbol.for('@cors/fastify/listener')

/*
 * One copy of this file is enough, the last. The channel is the process's, and would keep each other one with all that
 * it was loaded with: Jest loads an application anew for each test file.
 */
const made: object & { [LISTENER]?: ChannelListener } = channel(MADE)
if (made[LISTENER] !== undefined) unsubscribe(MADE, made[LISTENER])
made[LISTENER] = listen
subscribe(MADE, listen)

import type { FastifyInstance, RouteOptions } from 'fastify'
import { type DeclaredRoute, declaredRoute, type RouteGroup } from './declared-route.js'
import { addHiddenRoute } from './hidden-route.js'
import { type Options, registrationOf } from './registration.js'
import { addConstraint, type DeriveId, probeRouter } from './router-probe.js'
import { isRoot, ownsPrefix, parentOf, rootOf } from './scope.js'
import type { RouteNode } from './target-route.js'

/** A route as `onRoute` hooks get it. */
export type SeenRoute = RouteOptions & { readonly routePath: string }

/**
 * The routes of an application.
 *
 * While one registration at the root governs everything, nothing needs to be routed: there is no hidden route, and
 * the router derives no constraint. The first scope or route with a policy of its own changes that.
 */
export class RouteTable {
  readonly root: FastifyInstance
  /** May there be routes with a `config.cors`? Otherwise no request needs to look. */
  readsRouteConfig = false
  /** Does the root have a hook of ours? */
  seesNotFound = false
  /** Are there hidden routes? */
  isActive = false
  readonly #derive: DeriveId
  readonly #seesAll: boolean
  readonly #groups = new Map<string, RouteGroup>()
  readonly #groupsOfScope = new Map<FastifyInstance, Map<string, RouteGroup>>()
  #settle: (() => void)[] = []

  /**
   * @param derive the id of the hidden route that a request is for
   * @param seesAll whether routes are seen that were declared before the plugin had loaded
   */
  constructor(root: FastifyInstance, derive: (table: RouteTable) => DeriveId, seesAll: boolean) {
    this.root = root
    this.#derive = derive(this)
    this.#seesAll = seesAll
  }

  /** Called for each route of the application that is seen. */
  declare(scope: FastifyInstance, route: SeenRoute, own: Options | undefined): DeclaredRoute {
    const declared = declaredRoute(route)
    this.setOwn(declared, own)
    this.#group(scope, route.routePath).routes.push(declared)
    this.#declareTwin(scope, route, declared)
    return declared
  }

  /** A route has a `config.cors`. */
  setOwn(declared: DeclaredRoute, own: Options | undefined): void {
    if (own === undefined) return
    declared.own = own
    this.readsRouteConfig = true
    this.#activate()
  }

  #declareTwin(scope: FastifyInstance, route: SeenRoute, declared: DeclaredRoute): void {
    if (scope.prefix === '' || route.routePath !== '' || route.prefixTrailingSlash === 'no-slash') return
    // Beside `/v1` Fastify may declare `/v1/`, of which no hook is told. Later it can be asked whether it did.
    const { constraints = {} } = route
    const url = `${scope.prefix}/`
    const { routes } = this.#group(scope, '/')
    this.#settle.push(() => {
      const methods = declared.methods.filter((method) => this.root.hasRoute({ method, url, constraints }))
      if (methods.length > 0) routes.push({ ...declared, methods })
    })
  }

  /** Routes that were declared before the plugin had loaded may have a `config.cors`, of which nobody is told. */
  suspectEarlierRoutes(): void {
    this.readsRouteConfig ||= !this.#seesAll && hasRoutes(this.root)
  }

  /** Is there no registration at the root? There what is not seen is governed all the same. */
  mayMissRoutes(): boolean {
    return !this.#seesAll && registrationOf(this.root) === undefined
  }

  /** Is what no route has below the prefix of this scope, or of one around it, governed? */
  claimsUnknown(scope: FastifyInstance): boolean {
    if (this.#groupsOfScope.get(scope)?.get('/*')?.isPrefix === true) return true
    const parent = parentOf(scope)
    return parent !== undefined && this.claimsUnknown(parent)
  }

  /** A scope has a registration of its own. */
  addScope(scope: FastifyInstance): void {
    if (isRoot(scope)) return
    this.#activate()
    if (!ownsPrefix(scope)) return
    // What no route below its prefix has is its own, too: Fastify itself would take that to the root.
    for (const path of ['', '/*']) this.#group(scope, path).isPrefix = true
  }

  /** Where the router finds routes for a URL, in the order in which it would try them. */
  nodesOf(url: string): readonly RouteNode[] {
    for (const settle of this.#settle.splice(0)) settle()
    return probeRouter(this.root, url).map((ids) =>
      ids.map((id) => this.#groups.get(id)).filter((group) => group !== undefined),
    )
  }

  #group(scope: FastifyInstance, path: string): RouteGroup {
    const ofScope = this.#groupsOfScope.get(scope) ?? new Map<string, RouteGroup>()
    this.#groupsOfScope.set(scope, ofScope)
    const known = ofScope.get(path)
    if (known !== undefined) return known
    const group: RouteGroup = { id: `${this.#groups.size + 1}`, scope, path, isPrefix: false, routes: [] }
    ofScope.set(path, group)
    this.#groups.set(group.id, group)
    if (this.isActive) addHiddenRoute(group)
    return group
  }

  #activate(): void {
    if (this.isActive) return
    this.isActive = true
    addConstraint(this.root, this.#derive)
    for (const group of this.#groups.values()) addHiddenRoute(group)
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

/** The one table of the application that a scope belongs to. */
export const routeTableOf = (
  scope: FastifyInstance,
  ...how: [derive: (table: RouteTable) => DeriveId, seesAll: boolean]
): RouteTable => {
  const root: FastifyInstance & { [TABLE]?: RouteTable } = rootOf(scope)
  root[TABLE] ??= new RouteTable(root, ...how)
  return root[TABLE]
}

export const knownTableOf = (scope: FastifyInstance): RouteTable | undefined =>
  (scope as FastifyInstance & { readonly [TABLE]?: RouteTable })[TABLE]

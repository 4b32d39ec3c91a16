import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { governsPrefix, isSeen, type Options, type Route, registrationOf } from './registration.js'

/** What one scope declares at one path. It shares a hidden OPTIONS route. */
export interface RouteGroup {
  /** Of the hidden route. */
  readonly id: string
  readonly scope: FastifyInstance
  /** Below the prefix of the scope. */
  readonly path: string
  readonly routes: DeclaredRoute[]
}

/** A route of the application, as far as the choice of a policy goes. */
export interface DeclaredRoute {
  readonly group: RouteGroup
  readonly declaration: Route
  readonly methods: readonly string[]
  /** The host that the route is for; `undefined`: any. */
  readonly host: string | RegExp | undefined
  /** Is it told apart from others by something that a preflight does not carry, such as a version header? */
  readonly isToldApart: boolean
}

/** A place in the router's tree that a URL leads to. */
export interface Place {
  readonly groups: readonly RouteGroup[]
  /** For the host that is asked, those that name it first; but before all those that others cannot hide. */
  readonly routes: readonly DeclaredRoute[]
}

/** Whose policy judges a preflight. */
interface Target {
  /** Its scope has the hidden route. `undefined`: no scope claims the path, so that the root decides. */
  readonly group: RouteGroup | undefined
  /** `undefined`: the same. */
  readonly options: Options | undefined
}

export const declaredRoute = (
  route: RouteOptions,
  group: RouteGroup,
  methods: readonly string[],
): DeclaredRoute => {
  const { host, ...others } = route.constraints ?? {}
  const isText = typeof host === 'string'
  const isPattern = host instanceof RegExp
  return {
    group,
    declaration: isSeen(route.config) ? route : {},
    methods,
    // Like the router, which drops the flags that would make a test remember the one before.
    host: isPattern ? new RegExp(host.source, host.flags.replace(/[gy]/g, '')) : isText ? host : undefined,
    isToldApart: Object.keys(others).length > 0 || (host !== undefined && !isText && !isPattern),
  }
}

export const placeOf = (groups: readonly RouteGroup[], { headers }: FastifyRequest['raw']): Place => {
  const host = headers.host || headers[':authority']?.toString()
  const routes = groups
    .flatMap((group) => group.routes)
    .filter((route) => hostRank(route, host) > 0)
    .sort((a, b) => Number(b.isToldApart) - Number(a.isToldApart) || hostRank(b, host) - hostRank(a, host))
  return { groups, routes }
}

/** Hosts are compared as the router compares them. Higher is nearer; 0: the route is for another host. */
const hostRank = (route: DeclaredRoute, host: string | undefined): 0 | 1 | 2 | 3 => {
  if (route.host === undefined) return 1
  if (host === undefined) return 0
  if (typeof route.host === 'string') return route.host === host ? 3 : 0
  return route.host.test(host) ? 2 : 0
}

const optionsOf = ({ group, declaration }: DeclaredRoute): Options | undefined =>
  registrationOf(group.scope)?.optionsOf(declaration)

/**
 * Find the route that a preflight asks about.
 *
 * @param places where the router finds routes for the URL, in the order in which it would try them
 * @param method `Access-Control-Request-Method`, byte for byte
 */
export const findTarget = (places: readonly Place[], method: string): Target =>
  findRoute(places, method) ??
  (method === 'HEAD' ? findRoute(places, 'GET') : undefined) ??
  enclosingScope(places)

const findRoute = (places: readonly Place[], method: string): Target | undefined => {
  for (const [index, { routes }] of places.entries()) {
    const route = routes.find(({ methods }) => methods.includes(method))
    if (route === undefined) continue
    // A version header, say, is not in a preflight: which of the routes is meant cannot be known.
    if (route.isToldApart) return enclosingScope(places.slice(index))
    return { group: route.group, options: optionsOf(route) }
  }
  return undefined
}

/**
 * No route has the method. The path belongs to the scope that has all its other routes, or that has the prefix;
 * what only a catch-all matches belongs to nobody.
 */
const enclosingScope = (places: readonly Place[]): Target => {
  for (const { groups, routes } of places) {
    const withPrefix = groups.filter(({ path, scope }) => ['', '/*'].includes(path) && governsPrefix(scope))
    const claiming =
      withPrefix.length > 0
        ? withPrefix
        : routes.map(({ group }) => group).filter(({ path }) => !path.endsWith('*'))
    const [group] = claiming
    if (group !== undefined && claiming.every(({ scope }) => scope === group.scope)) {
      return { group, options: registrationOf(group.scope)?.options }
    }
  }
  return { group: undefined, options: undefined }
}

/**
 * May another method of this URL have another policy? Browsers key the CORS-preflight cache by URL, so the answer
 * would speak for that method, too.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export const hasOtherPolicy = (
  routes: readonly DeclaredRoute[],
  policy: Options['policy'] | undefined,
): boolean => {
  const decided = new Set<string>()
  for (const route of routes) {
    const methods = route.methods.filter((method) => !decided.has(method))
    if (methods.length > 0 && optionsOf(route)?.policy !== policy) return true
    if (!route.isToldApart) for (const method of methods) decided.add(method)
  }
  return false
}

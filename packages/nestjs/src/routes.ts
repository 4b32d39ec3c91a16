import { METHODS } from 'node:http'
import type { CorsRequest } from '@cors/core'
import { type Type, VERSION_NEUTRAL } from '@nestjs/common'
import type { AbstractHttpAdapter } from '@nestjs/core'
import { pathToRegexp } from 'path-to-regexp'
import type { HttpRequest } from './cors.module.js'
import { controllerOf, type Policies, type Policy } from './decorators.js'

/** A route, as the router has it. */
export interface Route {
  /** In upper case. */
  readonly methods: readonly string[]
  /** Absent for a route that somebody registered by the adapter. */
  readonly controller: Type | undefined
  /** The handler's policy, else its controller's, else the application's. */
  readonly policy: Policy
  /** The controller's policy, else the application's. */
  readonly controllerPolicy: Policy
  /** Does the handler, or the whole controller, share its path with others, told apart by a header? */
  readonly toldApart: 'handler' | 'controller' | undefined
  /** Is the request to a host that the controller is for? */
  readonly isOnHost: (request: HttpRequest) => boolean
  /** Does a header of the request, if one tells routes apart, tell that this is the one? */
  readonly isTold: (request: HttpRequest) => boolean
}

/** Finds routes as the platform's own router does. */
export interface RouteFinder {
  /** Take note of a route, and have it registered. */
  add(route: Route, register: () => unknown): unknown
  /** Each route that the URL of a preflight has, for whatever method, in the router's order. */
  ofPreflight(request: HttpRequest): readonly Route[]
  /** The route that a request is for. */
  ofRequest(request: HttpRequest): Route | undefined
}

/** Who judges a preflight, and may browsers keep the answer? */
export const judgePreflight = (
  routes: readonly Route[],
  asked: CorsRequest,
  application: Policy,
): { readonly policy: Policy; readonly asked: CorsRequest } => {
  const byMethod = routesByMethod(routes)
  const method = asked.accessControlRequestMethod ?? ''
  // The same for HEAD as for GET, but where HEAD has a route of its own.
  const judges = byMethod.get(method) ?? (method === 'HEAD' ? byMethod.get('GET') : undefined) ?? []
  const policy = nearestPolicy(judges, application)
  const preflightUncacheable = [...byMethod.values()]
    .flat()
    .some((route) => route.policy.policy !== policy.policy)
  return { policy, asked: preflightUncacheable ? { ...asked, preflightUncacheable } : asked }
}

/**
 * What each method of a URL can run: its first route. One that a header tells apart may not be the one, so the
 * next one of its method counts, too.
 */
const routesByMethod = (routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> => {
  const byMethod = new Map<string, Route[]>()
  for (const route of routes) {
    for (const method of route.methods) {
      const found = byMethod.get(method)
      if (found === undefined) byMethod.set(method, [route])
      else if (found.at(-1)?.toldApart !== undefined) found.push(route)
    }
  }
  return byMethod
}

/** A preflight carries no header that tells routes apart: then the scope around all of them decides. */
const nearestPolicy = (routes: readonly Route[], application: Policy): Policy => {
  const [first] = routes
  if (first === undefined) return application
  if (first.toldApart === undefined) return first.policy
  const inOneController = routes.every(
    ({ controller, toldApart }) => controller === first.controller && toldApart !== 'controller',
  )
  return inOneController ? first.controllerPolicy : application
}

/** On a handler that a version in a header tells apart: is it the one? Enumerable, because NestJS copies handlers. */
const IS_VERSION: unique symbol = Symbol.for('@cors/nestjs/is-version')

type IsVersion = (request: unknown, response: unknown, next: () => boolean) => boolean
type Registered = ((...args: never[]) => unknown) & { [IS_VERSION]?: IsVersion }
type Registrar = (this: unknown, ...args: unknown[]) => unknown

/** NestJS's own names of these keys, which its main entries do not export. */
const HOST_METADATA = 'host'
const VERSION_METADATA = '__version__'
const FASTIFY_CONSTRAINTS_METADATA = '__fastify_route_constraints__'

/**
 * Have the finder see each route from now on, while NestJS registers it, or while somebody does by the adapter.
 *
 * @returns has any route of a controller been seen?
 */
export const recordRoutes = (
  adapter: AbstractHttpAdapter,
  policies: Policies,
  finder: RouteFinder,
): (() => boolean) => {
  recordVersions(adapter)
  let isAnySeen = false
  const registrars = adapter as unknown as Record<string, Registrar | undefined>
  for (const name of ['all', ...METHODS.map((method) => method.toLowerCase())]) {
    const original = registrars[name]
    if (typeof original !== 'function') continue
    const methods = name === 'all' ? METHODS : [name.toUpperCase()]
    registrars[name] = (...args) => {
      const register = (): unknown => original.apply(adapter, args)
      const handler = args.at(-1)
      // Express reads a setting with `get` and one argument.
      if (args.length < 2 || typeof handler !== 'function') return register()
      const route = { methods, ...describe(adapter, policies, handler as Registered) }
      isAnySeen ||= route.controller !== undefined
      return finder.add(route, register)
    }
  }
  return () => isAnySeen
}

/** The filter that NestJS puts before a versioned handler says by itself whether a request is for that version. */
const recordVersions = (adapter: AbstractHttpAdapter): void => {
  const original = adapter.applyVersionFilter
  adapter.applyVersionFilter = (handler, version, options) => {
    const filtered = original.call(adapter, handler, version, options)
    if (version !== VERSION_NEUTRAL) {
      const isVersion = original.call(adapter, () => true, version, options)
      Object.assign(filtered, { [IS_VERSION]: isVersion })
    }
    return filtered
  }
}

const describe = (
  adapter: AbstractHttpAdapter,
  { application, within }: Policies,
  handler: Registered,
): Omit<Route, 'methods'> => {
  const controller = controllerOf(handler)
  const controllerPolicy = controller === undefined ? application : within(application, controller)
  const isForHost = controller && hostFilterOf(controller)
  const isVersion = handler[IS_VERSION]
  return {
    controller,
    policy: within(controllerPolicy, handler),
    controllerPolicy,
    toldApart: toldApartBy(handler),
    isOnHost: (request) => isForHost === undefined || isForHost(adapter.getRequestHostname(request) ?? ''),
    isTold: (request) => isVersion?.(request, undefined, () => false) ?? true,
  }
}

/** Is a controller with `@Controller({ host })` for requests to this host? Compared as NestJS compares. */
const hostFilterOf = (controller: Type): ((hostname: string) => boolean) | undefined => {
  const hosts: string | RegExp | (string | RegExp)[] | undefined = Reflect.getMetadata(
    HOST_METADATA,
    controller,
  )
  if (hosts === undefined) return undefined
  const patterns = [hosts].flat().map((host) => (typeof host === 'string' ? pathToRegexp(host).regexp : host))
  return (hostname) => patterns.some((pattern) => hostname.match(pattern) !== null)
}

const toldApartBy = (handler: Registered): Route['toldApart'] => {
  if (Reflect.hasMetadata(FASTIFY_CONSTRAINTS_METADATA, handler)) return 'handler'
  // A version in the path, or a handler for all versions, has no filter.
  if (handler[IS_VERSION] === undefined) return undefined
  return Reflect.hasMetadata(VERSION_METADATA, handler) ? 'handler' : 'controller'
}

import type { CompiledOptions } from '@cors/core/adapter'
import type { Type } from '@nestjs/common'
import type { HttpRequest } from './options.js'

export type Policy = CompiledOptions<HttpRequest>

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
  add(route: Route, path: unknown, register: () => unknown): unknown
  /** Each route that the URL of a preflight has, for whatever method, in the router's order. */
  ofPreflight(request: HttpRequest): readonly Route[]
  /** The route that a request is for. */
  ofRequest(request: HttpRequest): Route | undefined
}

/** The same for HEAD as for GET, but where HEAD has a route of its own. */
export const forMethod = <Found>(
  method: string,
  find: (method: string) => Found | undefined,
): Found | undefined => find(method) ?? (method === 'HEAD' ? find('GET') : undefined)

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

/** Who judges a preflight, and may browsers keep the answer? */
export const judgePreflight = (
  routes: readonly Route[],
  method: string,
  application: Policy,
): { readonly policy: Policy; readonly preflightUncacheable: boolean } => {
  const byMethod = routesByMethod(routes)
  const policy = nearestPolicy(forMethod(method, (each) => byMethod.get(each)) ?? [], application)
  const preflightUncacheable = [...byMethod.values()]
    .flat()
    .some((route) => route.policy.policy !== policy.policy)
  return { policy, preflightUncacheable }
}

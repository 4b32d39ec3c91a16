import { readNodeRequest } from '@cors/core/adapter'
import { type Options, registrationOf } from './registration.js'
import type { RouteTable } from './route-table.js'
import type { DeriveId } from './router-probe.js'
import { findTarget, hasOtherPolicy, hasOwnOptionsRoute } from './target-route.js'

/** What was found out about a preflight while it was routed. */
export interface PreflightRoute {
  /** `undefined`: those of the scope that it ends up in. */
  readonly options: Options | undefined
  readonly isUncacheable: boolean
}

/** On Node's request, because Fastify's is made after routing. */
const PREFLIGHT_ROUTE = Symbol.for('@cors/fastify/preflight-route')

interface RoutedRequest {
  [PREFLIGHT_ROUTE]?: PreflightRoute
}

/** `undefined`: it is no preflight, or one policy governs the whole application. */
export const preflightRouteOf = (request: object): PreflightRoute | undefined =>
  (request as RoutedRequest)[PREFLIGHT_ROUTE]

/**
 * Choose where a preflight goes: to the hidden route of the scope whose policy judges it, or, where its CORS is
 * off, to what the application has for OPTIONS, as if the plugin were not there.
 */
export const routePreflights =
  (table: RouteTable): DeriveId =>
  (request) => {
    // Cheap first: this runs for every request.
    if (request.method !== 'OPTIONS' || request.headers.origin === undefined) return undefined
    const method = readNodeRequest(request).accessControlRequestMethod
    if (method === undefined) return undefined
    const host = request.headers.host || request.headers[':authority']?.toString()
    const nodes = table.nodesOf(request.url ?? '')
    const { group, options } = findTarget(nodes, { method, host })
    const rootOptions = registrationOf(table.root)?.options
    const policy = (options ?? rootOptions)?.policy
    const isUncacheable = hasOtherPolicy(nodes, host, policy)
    ;(request as RoutedRequest)[PREFLIGHT_ROUTE] = { options, isUncacheable }
    if (group === undefined || policy === false) return undefined
    // The function may still say `false`. Then the request is already where the application has it, if there is
    // anybody to ask the function there.
    const isUndecided = typeof policy === 'function'
    return isUndecided && (rootOptions !== undefined || hasOwnOptionsRoute(nodes, host))
      ? undefined
      : group.id
  }

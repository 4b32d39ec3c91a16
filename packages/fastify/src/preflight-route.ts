import { readNodeRequest } from '@cors/core/adapter'
import type { FastifyRequest } from 'fastify'
import { type Options, registrationOf } from './registration.js'
import { knownTableOf, type RouteTable } from './route-table.js'
import type { DeriveId } from './router-probe.js'
import { findTarget, hasOtherPolicy, hasOwnOptionsRoute } from './target-route.js'

/** What was found out about a preflight while it was routed. */
export interface PreflightRoute {
  /** Whose policy judges it, wherever it ends up; `undefined`: nobody's. */
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

type RawRequest = Parameters<DeriveId>[0]

const hostOf = ({ headers }: RawRequest): string | undefined =>
  headers.host || headers[':authority']?.toString()

/**
 * Whose policy a 404 has: Fastify takes it to the root, but the scope that judges the preflights of what no route
 * has governs this, too.
 */
export const notFoundOptionsOf = ({ server, raw }: FastifyRequest): Options | undefined => {
  const table = knownTableOf(server)
  if (table?.isActive !== true) return undefined
  const asked = { method: raw.method ?? '', host: hostOf(raw) }
  return findTarget(table.nodesOf(raw.url ?? ''), asked).options
}

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
    const host = hostOf(request)
    const nodes = table.nodesOf(request.url ?? '')
    const { group, options: nearest } = findTarget(nodes, { method, host })
    const rootOptions = registrationOf(table.root)?.options
    const options = nearest ?? rootOptions
    const policy = options?.policy
    const isUncacheable = hasOtherPolicy(nodes, host, policy)
    ;(request as RoutedRequest)[PREFLIGHT_ROUTE] = { options, isUncacheable }
    // Nothing governs what it asks about, or CORS is off there.
    if (group === undefined || policy === undefined || policy === false) return undefined
    // The function may still say `false`. Then the request is already where the application has it, if there is
    // anybody to ask the function there.
    const isUndecided = typeof policy === 'function'
    return isUndecided && (rootOptions !== undefined || hasOwnOptionsRoute(nodes, host))
      ? undefined
      : group.id
  }

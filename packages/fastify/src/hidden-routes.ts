import { readNodeRequest } from '@cors/core/adapter'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { findTarget, hasOtherPolicy, type Place, type RouteGroup } from './preflight-target.js'
import { type Options, registrationOf } from './registration.js'

/** The name of the constraint that all hidden routes have, each with its own id for a value. */
const CONSTRAINT = 'corsPreflight'

type Strategy = Parameters<FastifyInstance['addConstraintStrategy']>[0]

/** Reads from a request the id of the hidden route that it is for; `undefined`: a route of the application. */
type DeriveId = (request: FastifyRequest['raw']) => string | undefined

/**
 * Routes that only the router sees. They make preflights of a URL end in the scope that declares the URL, so that the
 * hooks of that scope are the ones that run before the answer; and they tell where a URL leads to.
 * See docs/decisions/0010-fastify-asks-its-own-router.md.
 */
export class HiddenRoutes {
  readonly #root: FastifyInstance
  readonly #scopes = new Map<FastifyInstance, number>()
  readonly #groups = new Map<string, RouteGroup>()

  constructor(root: FastifyInstance, derive: DeriveId) {
    this.#root = root
    root.addConstraintStrategy({
      name: CONSTRAINT,
      // A request for a hidden route must not end at an OPTIONS route of the application.
      mustMatchWhenDerived: true,
      storage,
      deriveConstraint: derive,
    })
  }

  /** What a scope has at a path. As soon as it is asked for, there is a hidden route. */
  groupOf(scope: FastifyInstance, path: string): RouteGroup {
    const number = this.#scopes.get(scope) ?? this.#scopes.size
    this.#scopes.set(scope, number)
    const id = `${number} ${path}`
    const known = this.#groups.get(id)
    if (known !== undefined) return known
    const group: RouteGroup = { id, scope, path, routes: [] }
    this.#groups.set(id, group)
    addHiddenRoute(group)
    return group
  }

  /**
   * Ask the router itself where a URL leads: so parameters, wildcards, case and trailing slashes mean for a preflight
   * what they mean for the request. What Fastify's `findRoute` returns does not tell routes apart.
   *
   * @returns place by place, in the order in which the router would try them
   */
  find(url: string): readonly (readonly RouteGroup[])[] {
    const probe = new Probe()
    this.#root.findRoute({ method: 'OPTIONS', url, constraints: { [CONSTRAINT]: probe } })
    return probe.places.map((ids) =>
      ids.map((id) => this.#groups.get(id)).filter((group) => group !== undefined),
    )
  }
}

/**
 * Derived in place of an id, it matches nothing, so that the router goes through all places in its tree that a URL
 * leads to; and it notes the hidden routes there.
 */
class Probe {
  readonly places: string[][] = []
}

/** One for each place in the router's tree. What it stores is a set of bits, though the types say a handler. */
const storage: Strategy['storage'] = () => {
  const stored = new Map<unknown, never>()
  return {
    get(value) {
      if (!(value instanceof Probe)) return stored.get(value) ?? null
      value.places.push([...stored.keys()] as string[])
      return null
    },
    set(value, bits) {
      stored.set(value, bits as never)
    },
  }
}

/** On the `config` of a hidden route. */
const HIDDEN = Symbol.for('@cors/fastify/hidden')

export const isHidden = (config: object | undefined): boolean => config !== undefined && HIDDEN in config

const addHiddenRoute = ({ scope, path, id }: RouteGroup): void => {
  const route: RouteOptions & { readonly schema: { readonly hide: true } } = {
    method: 'OPTIONS',
    url: path,
    // The path is complete: Fastify must not add a twin with or without a slash.
    prefixTrailingSlash: 'slash',
    constraints: { [CONSTRAINT]: id },
    // Generators of API documentation leave it out.
    schema: { hide: true },
    config: { [HIDDEN]: true } as object,
    // Reached only if nothing answered the preflight before.
    handler: notFound,
  }
  scope.route(route)
}

const notFound = (_: FastifyRequest, reply: FastifyReply): void => {
  reply.callNotFound()
}

/** What was found out about a preflight while it was routed. */
interface PreflightRoute {
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

/**
 * Choose where a preflight goes: to the hidden route of the scope whose policy judges it, or, where its CORS is
 * off, to what the application has for OPTIONS, as if the plugin were not there.
 */
export const routePreflights =
  (root: FastifyInstance, placesOf: (request: FastifyRequest['raw']) => readonly Place[]): DeriveId =>
  (request) => {
    // Cheap first: this runs for every request.
    if (request.method !== 'OPTIONS' || request.headers.origin === undefined) return undefined
    const method = readNodeRequest(request).accessControlRequestMethod
    if (method === undefined) return undefined
    const places = placesOf(request)
    const routes = places.flatMap((place) => place.routes)
    const { group, options: nearest } = findTarget(places, method)
    const rootOptions = registrationOf(root)?.options
    const options = nearest ?? rootOptions
    const policy = options?.policy
    ;(request as RoutedRequest)[PREFLIGHT_ROUTE] = { options, isUncacheable: hasOtherPolicy(routes, policy) }
    // Nothing governs what it asks about, or CORS is off there.
    if (group === undefined || policy === undefined || policy === false) return undefined
    // The function may still say `false`. Then the request is already where the application has it, if there is
    // anybody to ask the function there.
    const isOptionsRouted = routes.some(({ methods }) => methods.includes('OPTIONS'))
    return typeof policy === 'function' && (rootOptions !== undefined || isOptionsRouted)
      ? undefined
      : group.id
  }

import { kindOf, type NodeRequest, readNodeRequest } from '@cors/core/adapter'
import type { HttpRequest } from './options.js'
import type { Route, RouteFinder } from './route-policies.js'

/** What is needed of a Fastify instance. */
export interface FastifyApplication {
  addConstraintStrategy(strategy: ConstraintStrategy): void
  addHook(name: 'onRoute', hook: (options: RouteOptions) => void): unknown
  addHook(
    name: 'onSend',
    hook: (request: HttpRequest, reply: object, payload: unknown, done: (error?: Error) => void) => void,
  ): unknown
  route(options: RouteOptions & { readonly handler: () => void }): unknown
}

interface ConstraintStrategy {
  readonly name: string
  readonly storage: () => {
    readonly get: (value: Route[] | number) => undefined
    readonly set: (value: number) => void
  }
  readonly deriveConstraint: (request: RawRequest) => Route[] | undefined
}

interface RouteOptions {
  readonly method: string | readonly string[]
  readonly url: string
  readonly constraints?: Readonly<Record<string, unknown>>
  readonly schema?: unknown
  config?: Readonly<Record<symbol, unknown>> | undefined
}

type RawRequest = NodeRequest & { [FOUND]?: Route[] }
type FastifyRequest = HttpRequest & {
  readonly raw: RawRequest
  readonly routeOptions: { readonly config: Readonly<Record<symbol, Route | undefined>> }
}

const STRATEGY = 'corsPreflight'
const FOUND: unique symbol = Symbol('routes of a preflight')
const ROUTE: unique symbol = Symbol('route')

/**
 * Finds routes by Fastify's own router, which knows parameters, wildcards, case and slashes.
 *
 * A preflight is OPTIONS, so the router has to be asked for routes of other methods: each URL gets one hidden
 * OPTIONS route more, with a constraint. The router asks the constraint about each URL that matches, the nearest
 * first; it takes note of the routes there, and says no. So no hidden route ever runs, and preflights as well as
 * other OPTIONS requests reach what they would reach without them.
 *
 * Rejected: hidden routes that do run (an application's own OPTIONS route could not, and the router takes only 31
 * of them for one URL), and a second router (it could differ from the first).
 */
export class FastifyRoutes implements RouteFinder {
  readonly #application: FastifyApplication
  /** The routes of each URL as written. */
  readonly #routes = new Map<string, Route[]>()
  /** The same; the place in it is the value of the constraint. */
  readonly #places: Route[][] = []
  #registering: Route | undefined
  readonly #methods = new Set<string>()

  constructor(application: FastifyApplication) {
    this.#application = application
    application.addConstraintStrategy({
      name: STRATEGY,
      storage: () => this.#createStorage(),
      deriveConstraint: (request) => {
        if (request.method !== 'OPTIONS' || kindOf(readNodeRequest(request)) !== 'preflight') return undefined
        const found: Route[] = []
        request[FOUND] = found
        return found
      },
    })
    application.addHook('onRoute', (options) => {
      if (this.#registering === undefined) return
      options.config = { ...options.config, [ROUTE]: this.#registering }
      // Also for HEAD, if Fastify adds a route for it to that of GET.
      for (const method of [options.method].flat()) this.#methods.add(method)
    })
  }

  add(route: Route, url: unknown, register: () => unknown): unknown {
    this.#registering = route
    this.#methods.clear()
    const result = register()
    this.#registering = undefined
    this.#note(
      { ...route, methods: this.#methods.size > 0 ? [...this.#methods] : route.methods },
      String(url),
    )
    return result
  }

  #note(route: Route, url: string): void {
    const known = this.#routes.get(url)
    if (known !== undefined) {
      known.push(route)
      return
    }
    const routes = [route]
    this.#routes.set(url, routes)
    this.#places.push(routes)
    this.#application.route({
      method: 'OPTIONS',
      url,
      constraints: { [STRATEGY]: this.#places.length - 1 },
      // Left out of generated API documentation.
      schema: { hide: true },
      handler: () => {},
    })
  }

  #createStorage(): ReturnType<ConstraintStrategy['storage']> {
    const urls: Route[][] = []
    return {
      get: (found) => {
        // While it builds its tables the router asks about values of the constraint.
        if (typeof found === 'number') return undefined
        const routes = urls.flat()
        // A header tells these apart from the others, which get what is left.
        for (const route of routes) if (route.toldApart !== undefined) found.push(route)
        for (const route of routes) if (route.toldApart === undefined) found.push(route)
        return undefined
      },
      set: (place) => {
        const routes = this.#places[place]
        if (routes !== undefined) urls.push(routes)
      },
    }
  }

  ofPreflight(request: HttpRequest): readonly Route[] {
    const found = (request as FastifyRequest).raw[FOUND] ?? []
    return found.filter((route) => route.isOnHost(request))
  }

  ofRequest(request: HttpRequest): Route | undefined {
    const route = (request as FastifyRequest).routeOptions.config[ROUTE]
    return route?.isOnHost(request) === true ? route : undefined
  }
}

import { kindOf, type NodeRequest, type NodeResponse, readNodeRequest } from '@cors/core/adapter'
import type { Platform } from './cors.js'
import type { HttpRequest } from './cors.module.js'
import type { Policy } from './decorators.js'
import type { Route, RouteFinder } from './routes.js'

/** What is needed of a Fastify instance. */
interface FastifyApplication {
  addConstraintStrategy(strategy: ConstraintStrategy): void
  findRoute(options: Omit<RouteOptions, 'config'>): unknown
  addHook(name: 'onRoute', hook: (options: RouteOptions) => void): unknown
  addHook(
    name: 'onSend',
    hook: (request: HttpRequest, reply: object, payload: unknown, done: () => void) => void,
  ): unknown
  route(options: RouteOptions & { readonly handler: () => void }): unknown
}

interface ConstraintStrategy {
  readonly name: string
  readonly mustMatchWhenDerived: boolean
  readonly storage: () => {
    readonly get: (value: Route[] | string) => undefined
    readonly set: (value: string) => void
  }
  readonly deriveConstraint: (request: RawRequest) => undefined
}

interface RouteOptions {
  readonly method: string | readonly string[]
  readonly url: string
  readonly constraints?: Readonly<Record<string, unknown>>
  readonly schema?: unknown
  config?: Readonly<Record<symbol, unknown>> | undefined
}

type RawRequest = NodeRequest & { readonly url?: string; [FOUND]?: Route[] }
type FastifyRequest = HttpRequest & {
  readonly raw: RawRequest
  readonly routeOptions: { readonly config: Readonly<Record<symbol, Route | undefined>> }
}

interface FastifyReply {
  readonly raw: NodeResponse
  getHeaders(): Readonly<Record<string, string | undefined>>
  hijack(): void
}

const STRATEGY = 'corsPreflight'
const FOUND: unique symbol = Symbol('routes of a preflight')
const ROUTE: unique symbol = Symbol('route')

export const fastify: Platform = {
  read: (request) => readNodeRequest((request as FastifyRequest).raw),
  responseOf: (reply) => (reply as FastifyReply).raw,
  takeOver: (response) => {
    const reply = response as FastifyReply
    // What earlier hooks of an instance have set belongs to the answer, too.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    reply.hijack()
  },
  findRoutes: (adapter, application) =>
    new FastifyRoutes(adapter.getInstance<FastifyApplication>(), application),
  // A hook that was added to an instance before NestJS got it runs before ours, and may end the request. Its reply
  // then carries the headers of an actual request, whatever the request is.
  coverEarlyReplies: (adapter, hook, create, logError) => {
    const decided = new WeakSet<object>()
    const early = create(
      (request) => ({ ...fastify.read(request), accessControlRequestMethod: undefined }),
      (_request, _reply, done) => done(),
    )
    adapter.getInstance<FastifyApplication>().addHook('onSend', (request, reply, _payload, done) => {
      if (decided.has(reply)) return done()
      early(request, reply, (error) => {
        if (error !== undefined) logError(error, request)
        done()
      })
    })
    return (request, reply, done) => {
      decided.add(reply)
      return hook(request, reply, done)
    }
  },
}

/**
 * Finds routes by Fastify's own router, which knows parameters, wildcards, case and slashes.
 *
 * A preflight is OPTIONS, so the router has to be asked for routes of other methods: each URL gets one hidden
 * OPTIONS route more, with a constraint. Asked where a preflight leads to, the router asks the constraint about each
 * URL that matches, the nearest first; it takes note of the routes there, and says no. No request has a value for the
 * constraint, so that no hidden route ever runs, and preflights as well as other OPTIONS requests reach what they
 * would reach without them.
 *
 * Rejected: hidden routes that do run (an application's own OPTIONS route could not, and the router takes only 31
 * of them for one URL), and a second router (it could differ from the first).
 */
class FastifyRoutes implements RouteFinder {
  /** By the URL as written, which is also the value of the constraint. */
  readonly #routes = new Map<string, Route[]>()
  /** What is no route of NestJS has the policy of the application. */
  readonly #policy: Policy
  #registering: Route | undefined

  constructor(application: FastifyApplication, policy: Policy) {
    this.#policy = policy
    application.addConstraintStrategy({
      name: STRATEGY,
      // The router must not end its search at an OPTIONS route of the application.
      mustMatchWhenDerived: true,
      storage: () => this.#createStorage(),
      deriveConstraint: (request) => {
        if (request.method !== 'OPTIONS' || kindOf(readNodeRequest(request)) !== 'preflight') return undefined
        const found: Route[] = []
        request[FOUND] = found
        const { method, url = '' } = request
        application.findRoute({ method, url, constraints: { [STRATEGY]: found } })
        return undefined
      },
    })
    // Called for HEAD, too, if Fastify adds a route for it to that of GET.
    application.addHook('onRoute', (options) => {
      if (options.constraints?.[STRATEGY] !== undefined) return
      const registering = this.#registering
      if (registering !== undefined) options.config = { ...options.config, [ROUTE]: registering }
      // Otherwise one of a plugin, or of the instance itself.
      const route = registering ?? foreignRoute(policy, options)
      const { method, url } = options
      const noted: Route = { ...route, methods: [method].flat() }
      const known = this.#routes.get(url)
      if (known !== undefined) {
        known.push(noted)
        return
      }
      this.#routes.set(url, [noted])
      // The schema keeps it out of generated API documentation.
      const hidden = { constraints: { [STRATEGY]: url }, schema: { hide: true }, handler: () => {} }
      application.route({ method: 'OPTIONS', url, ...hidden })
    })
  }

  add(route: Route, register: () => unknown): unknown {
    this.#registering = route
    try {
      return register()
    } finally {
      this.#registering = undefined
    }
  }

  #createStorage(): ReturnType<ConstraintStrategy['storage']> {
    const urls: Route[][] = []
    return {
      get: (found) => {
        // While it builds its tables the router asks about values of the constraint.
        if (typeof found === 'string') return undefined
        const routes = urls.flat()
        // A header tells these apart from the others, which get what is left.
        for (const route of routes) if (route.toldApart !== undefined) found.push(route)
        for (const route of routes) if (route.toldApart === undefined) found.push(route)
        return undefined
      },
      set: (url) => {
        urls.push(this.#routes.get(url) ?? [])
      },
    }
  }

  /** Fastify has one route for a path. NestJS answers 404 there for another host, whatever a catch-all is for. */
  ofPreflight(request: HttpRequest): readonly Route[] {
    const found = (request as FastifyRequest).raw[FOUND] ?? []
    const ofApplication = { controller: undefined, policy: this.#policy, controllerPolicy: this.#policy }
    return found.map((route) => (route.isOnHost(request) ? route : { ...route, ...ofApplication }))
  }

  ofRequest(request: HttpRequest): Route | undefined {
    const route = (request as FastifyRequest).routeOptions.config[ROUTE]
    return route?.isOnHost(request) === true ? route : undefined
  }
}

/** NestJS knows nothing of it, so that it has the policy of the application. */
const foreignRoute = (policy: Policy, { constraints }: RouteOptions): Omit<Route, 'methods'> => ({
  controller: undefined,
  policy,
  controllerPolicy: policy,
  toldApart: constraints === undefined ? undefined : 'handler',
  isOnHost: () => true,
  isTold: () => true,
})

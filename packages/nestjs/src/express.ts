import { type NodeResponse, readNodeRequest, reserveWriteHead } from '@cors/core/adapter'
import type { Platform } from './cors.js'
import type { HttpRequest } from './cors.module.js'
import type { Route, RouteFinder } from './routes.js'

/** What is needed of an Express application. */
interface ExpressApplication {
  /** What each request comes to, before Express does anything with it. */
  handle(request: HttpRequest, response: NodeResponse, done?: unknown): unknown
  readonly router: { readonly stack: readonly Layer[] }
}

/** What Express's router keeps for each route. */
interface Layer {
  readonly route?: { readonly path: unknown }
  match(path: string): unknown
}

interface Entry {
  readonly route: Route
  readonly layer: Layer
}

export const express: Platform = {
  read: readNodeRequest,
  responseOf: (response) => response as NodeResponse,
  prepare: (adapter) => reserve(adapter.getInstance<ExpressApplication>()),
  findRoutes: (adapter) => new ExpressRoutes(adapter.getInstance<ExpressApplication>()),
}

/** Before the first middleware Express gives each response another prototype: see {@link reserveWriteHead}. */
const reserve = (application: ExpressApplication): void => {
  const { handle } = application
  application.handle = function (request, response, done) {
    reserveWriteHead(response)
    return handle.call(this, request, response, done)
  }
}

/**
 * Finds routes by the layers of Express's own router, in their order, before Express does: the policy has to be
 * known when a body parser refuses a request.
 */
class ExpressRoutes implements RouteFinder {
  readonly #application: ExpressApplication
  readonly #entries: Entry[] = []

  constructor(application: ExpressApplication) {
    this.#application = application
  }

  add(route: Route, register: () => unknown): unknown {
    const result = register()
    const layer = this.#application.router.stack.at(-1)
    if (layer === undefined) return result
    // Express answers HEAD by the first route that is for GET.
    const methods = route.methods.includes('GET') ? [...new Set([...route.methods, 'HEAD'])] : route.methods
    this.#entries.splice(this.#placeOf(methods, layer), 0, { route: { ...route, methods }, layer })
    return result
  }

  /** A route of HEAD alone judges HEAD, also where that of GET stands before it and Express runs that. */
  #placeOf(methods: readonly string[], layer: Layer): number {
    const place = this.#entries.findIndex(
      (each) =>
        each.layer.route?.path === layer.route?.path &&
        methods.every((method) => method === 'HEAD') &&
        each.route.methods.every((method) => method === 'GET' || method === 'HEAD'),
    )
    return place === -1 ? this.#entries.length : place
  }

  ofPreflight(request: HttpRequest): readonly Route[] {
    return this.#entries.filter((entry) => isAt(entry, request)).map(({ route }) => route)
  }

  ofRequest(request: HttpRequest): Route | undefined {
    return this.#entries.find(
      (entry) => entry.route.methods.includes(request.method) && isAt(entry, request, true),
    )?.route
  }
}

/** Is the request at this route and, where a header tells routes apart, told to be? */
const isAt = ({ route, layer }: Entry, request: HttpRequest, isTold = false): boolean => {
  try {
    const { path } = request as HttpRequest & { readonly path: string }
    return Boolean(layer.match(path)) && route.isOnHost(request) && (!isTold || route.isTold(request))
  } catch {
    // A parameter that cannot be decoded (Express, too, goes on, and in the end answers 400), or an application's own
    // extractor of versions: then no handler runs.
    return false
  }
}

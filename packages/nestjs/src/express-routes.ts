import type { HttpRequest } from './options.js'
import { forMethod, type Route, type RouteFinder } from './route-policies.js'

/** What Express's router keeps for each route. */
interface Layer {
  match(path: string): unknown
}

/** What is needed of an Express application. */
export interface ExpressApplication {
  readonly router: { readonly stack: readonly Layer[] }
}

/**
 * Finds routes by the layers of Express's own router, in their order, before Express does: the policy has to be
 * known when a body parser refuses a request.
 */
export class ExpressRoutes implements RouteFinder {
  readonly #application: ExpressApplication
  readonly #entries: { readonly route: Route; readonly layer: Layer }[] = []

  constructor(application: ExpressApplication) {
    this.#application = application
  }

  add(route: Route, _path: unknown, register: () => unknown): unknown {
    const result = register()
    const layer = this.#application.router.stack.at(-1)
    if (layer !== undefined) this.#entries.push({ route, layer })
    return result
  }

  ofPreflight(request: HttpRequest): readonly Route[] {
    return this.#entries
      .filter(({ route, layer }) => matches(layer, request) && route.isOnHost(request))
      .map(({ route }) => route)
  }

  ofRequest(request: HttpRequest): Route | undefined {
    return forMethod(
      request.method,
      (method) =>
        this.#entries.find(
          ({ route, layer }) =>
            route.methods.includes(method) &&
            matches(layer, request) &&
            route.isOnHost(request) &&
            route.isTold(request),
        )?.route,
    )
  }
}

const matches = (layer: Layer, request: HttpRequest): boolean => {
  try {
    return Boolean(layer.match((request as HttpRequest & { readonly path: string }).path))
  } catch {
    // A parameter that cannot be decoded: Express, too, goes on, and in the end answers 400.
    return false
  }
}

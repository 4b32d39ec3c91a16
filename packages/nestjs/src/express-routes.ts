import type { HttpRequest } from './options.js'
import type { Route, RouteFinder } from './route-policies.js'

/** What Express's router keeps for each route. */
interface Layer {
  match(path: string): unknown
}

interface Entry {
  readonly route: Route
  readonly path: unknown
  readonly layer: Layer
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
  readonly #entries: Entry[] = []

  constructor(application: ExpressApplication) {
    this.#application = application
  }

  add(route: Route, path: unknown, register: () => unknown): unknown {
    const result = register()
    const layer = this.#application.router.stack.at(-1)
    if (layer !== undefined) this.#note({ route: withHead(route), path, layer })
    return result
  }

  /** A route of HEAD alone judges HEAD, also where that of GET stands before it and Express runs that. */
  #note(entry: Entry): void {
    const place = isForOnly(entry, 'HEAD')
      ? this.#entries.findIndex((each) => each.path === entry.path && isForOnly(each, 'GET', 'HEAD'))
      : -1
    this.#entries.splice(place === -1 ? this.#entries.length : place, 0, entry)
  }

  ofPreflight(request: HttpRequest): readonly Route[] {
    return this.#entries
      .filter(({ route, layer }) => matches(layer, request) && route.isOnHost(request))
      .map(({ route }) => route)
  }

  ofRequest(request: HttpRequest): Route | undefined {
    return this.#entries.find(
      ({ route, layer }) =>
        route.methods.includes(request.method) &&
        matches(layer, request) &&
        route.isOnHost(request) &&
        route.isTold(request),
    )?.route
  }
}

const isForOnly = ({ route }: Entry, ...methods: readonly string[]): boolean =>
  route.methods.every((method) => methods.includes(method))

/** Express answers HEAD by the first route that is for GET. */
const withHead = (route: Route): Route =>
  route.methods.includes('GET') ? { ...route, methods: [...new Set([...route.methods, 'HEAD'])] } : route

const matches = (layer: Layer, request: HttpRequest): boolean => {
  try {
    return Boolean(layer.match((request as HttpRequest & { readonly path: string }).path))
  } catch {
    // A parameter that cannot be decoded: Express, too, goes on, and in the end answers 400.
    return false
  }
}

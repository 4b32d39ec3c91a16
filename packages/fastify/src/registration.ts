import { CorsConfigError } from '@cors/core'
import type { CompiledOptions } from '@cors/core/adapter'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { RouteTable } from './route-table.js'

export type Options = CompiledOptions<FastifyRequest>

/** A route as it is declared, and as its requests have it. */
export interface Route {
  readonly method?: string | readonly string[]
  readonly url?: string | undefined
  readonly config?: { readonly cors?: unknown } | undefined
}

export const nameOf = ({ method = [], url }: Route): string => `${[method].flat().join()} ${url}`

/** What one `register` left on its scope. */
export class Registration {
  readonly options: Options
  /** The same for all scopes of an application. */
  readonly routes: RouteTable
  readonly #log: FastifyInstance['log']
  /** By what routes have in `config.cors`. One input is one policy: GET has the same as the HEAD that Fastify adds. */
  readonly #compiled = new Map<unknown, Options>()

  constructor(options: Options, routes: RouteTable, log: FastifyInstance['log']) {
    this.options = options
    this.routes = routes
    this.#log = log
  }

  /**
   * What governs a route that is declared.
   *
   * @throws CorsConfigError that names the route
   */
  compile(route: Route): Options {
    const own = route.config?.cors
    if (own === undefined) return this.options
    try {
      const compiled = this.#compiled.get(own) ?? this.options.withPolicy(own)
      this.#compiled.set(own, compiled)
      return compiled
    } catch (error) {
      if (!isConfigError(error)) throw error
      const at = [nameOf(route), 'config', 'cors']
      throw new CorsConfigError(error.issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })))
    }
  }

  /** What governs the route of a request. Nearly always it was compiled when it was declared. */
  optionsOf(route: Route): Options {
    const own = route.config?.cors
    if (own === undefined) return this.options
    return this.#compiled.get(own) ?? this.#compileLate(own, route)
  }

  #compileLate(own: unknown, route: Route): Options {
    try {
      return this.compile(route)
    } catch (error) {
      // Too late to fail the start: nobody gets a CORS header.
      this.#log.error({ err: error }, `@cors/fastify: config.cors of ${nameOf(route)} is wrong`)
      const off = this.options.withPolicy(false)
      this.#compiled.set(own, off)
      return off
    }
  }
}

/** Of whichever build of the core: the classes differ. */
const isConfigError = (error: unknown): error is CorsConfigError =>
  error instanceof Error && 'code' in error && error.code === 'CORS_CONFIG_INVALID'

/** A registered symbol: the ESM and the CommonJS build of this file may meet in one application. */
const REGISTRATION = Symbol.for('@cors/fastify/registration')

interface Scope extends FastifyInstance {
  [REGISTRATION]?: Registration
}

/** Scopes inherit from the scope around them by prototype, so this is the nearest one. */
export const registrationOf = (scope: FastifyInstance): Registration | undefined =>
  (scope as Scope)[REGISTRATION]

/** Registering again in the same scope replaces. */
export const setRegistration = (scope: FastifyInstance, registration: Registration): void => {
  ;(scope as Scope)[REGISTRATION] = registration
}

/** The scope around this one: Fastify makes it the prototype. */
export const parentOf = (scope: FastifyInstance): FastifyInstance | undefined => {
  const parent: object = Object.getPrototypeOf(scope)
  return 'register' in parent ? (parent as FastifyInstance) : undefined
}

export const isRoot = (scope: FastifyInstance): boolean => parentOf(scope) === undefined

/**
 * Does this scope govern all that is below its prefix, whatever its routes are? Fastify itself would take to the root
 * what no route has. Scopes inside of it have the same prefix without owning it.
 */
export const governsPrefix = (scope: FastifyInstance): boolean => {
  const parent = parentOf(scope)
  return parent !== undefined && parent.prefix !== scope.prefix && Object.hasOwn(scope, REGISTRATION)
}

/** Is what no route has below the prefix of this scope, or of one around it, governed? */
const governsUnknown = (scope: FastifyInstance): boolean => {
  const parent = parentOf(scope)
  if (parent === undefined) return registrationOf(scope) !== undefined
  return governsPrefix(scope) || governsUnknown(parent)
}

/** On the `config` that a hook saw on a route, and that so is known to preflights. */
const SEEN = Symbol.for('@cors/fastify/seen')

export const isSeen = (config: object | undefined): boolean => config !== undefined && SEEN in config

/** A copy: whoever passed the object may use it for another route, too. */
export const markSeen = (route: RouteOptions): void => {
  if (!isSeen(route.config)) route.config = { ...route.config, [SEEN]: true } as object
}

const reported = new WeakSet<object>()

/** The first request is the first that is known of a route that was declared before the plugin had loaded. */
export const reportUnseen = (
  { server, is404 }: FastifyRequest,
  route: FastifyRequest['routeOptions'],
): void => {
  const { config } = route
  const hasOwn = config.cors !== undefined
  // Where nobody answers its preflights, they end in a 404. That is told once for each scope.
  const about = hasOwn ? config : server
  if (reported.has(about) || (!hasOwn && (is404 || governsUnknown(server)))) return
  reported.add(about)
  server.log.error(
    `@cors/fastify: ${nameOf(route)} was declared before the plugin had loaded in its scope. ` +
      (hasOwn
        ? 'Its config.cors holds for requests, but not for their preflights. '
        : 'Nobody answers its preflights. ') +
      'Write "await app.register(cors, …)" before the routes.',
  )
}

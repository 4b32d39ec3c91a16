import { METHODS } from 'node:http'
import { VERSION_NEUTRAL } from '@nestjs/common'
import type { AbstractHttpAdapter } from '@nestjs/core'
import type { Policies } from './controller-policies.js'
import { markOf } from './handler-mark.js'
import { hostFilterOf } from './host-filter.js'
import type { HttpRequest } from './options.js'
import type { Route, RouteFinder } from './route-policies.js'

/** The methods of an adapter by which NestJS registers routes, and the HTTP methods that each one is for. */
const REGISTRARS: readonly (readonly [name: string, methods: readonly string[]])[] = [
  ['all', METHODS],
  ...METHODS.map((method) => [method.toLowerCase(), [method]] as const),
]

/** NestJS's own names of these keys, which its main entries do not export. */
const VERSION_METADATA = '__version__'
const FASTIFY_CONSTRAINTS_METADATA = '__fastify_route_constraints__'

/** On a handler that a version in a header tells apart: is it the one? Enumerable, because NestJS copies handlers. */
const IS_VERSION: unique symbol = Symbol.for('@cors/nestjs/is-version')

type IsVersion = (request: unknown, response: unknown, next: () => boolean) => unknown
type Registered = ((...args: never[]) => unknown) & { [IS_VERSION]?: IsVersion }
type Registrar = (this: unknown, ...args: unknown[]) => unknown

/**
 * Have the finder see each route from now on, while NestJS registers it, or while somebody does by the adapter.
 *
 * @returns has any route of a controller been seen?
 */
export const recordRoutes = (
  adapter: AbstractHttpAdapter,
  policies: Policies,
  finder: RouteFinder,
): (() => boolean) => {
  recordVersions(adapter)
  let isAnySeen = false
  const registrars = adapter as unknown as Record<string, Registrar | undefined>
  for (const [name, methods] of REGISTRARS) {
    const original = registrars[name]
    if (typeof original !== 'function') continue
    registrars[name] = (...args) => {
      const register = (): unknown => original.apply(adapter, args)
      const handler = args.at(-1)
      // Express reads a setting with `get` and one argument.
      if (args.length < 2 || typeof handler !== 'function') return register()
      const route = describe(adapter, policies, methods, handler as Registered)
      isAnySeen ||= route.controller !== undefined
      return finder.add(route, args[0], register)
    }
  }
  return () => isAnySeen
}

/** The filter that NestJS puts before a versioned handler says by itself whether a request is for that version. */
const recordVersions = (adapter: AbstractHttpAdapter): void => {
  const original = adapter.applyVersionFilter
  adapter.applyVersionFilter = (handler, version, options) => {
    const filtered = original.call(adapter, handler, version, options)
    if (version !== VERSION_NEUTRAL) {
      const isVersion = original.call(adapter, () => true, version, options)
      Object.assign(filtered, { [IS_VERSION]: isVersion })
    }
    return filtered
  }
}

const describe = (
  adapter: AbstractHttpAdapter,
  { application, handlers }: Policies,
  methods: readonly string[],
  handler: Registered,
): Route => {
  const mark = markOf(handler)
  const decorated = mark && handlers.get(mark)
  const controllerPolicy = decorated?.controller ?? application
  const isForHost = mark === undefined ? () => true : hostFilterOf(mark.controller)
  const isVersion = handler[IS_VERSION]
  return {
    methods,
    controller: mark?.controller,
    policy: decorated?.own ?? controllerPolicy,
    controllerPolicy,
    toldApart: toldApartBy(handler),
    isOnHost: (request) => isForHost(adapter.getRequestHostname(request) ?? ''),
    isTold: (request) => isVersion === undefined || passes(isVersion, request),
  }
}

const toldApartBy = (handler: Registered): Route['toldApart'] => {
  if (Reflect.hasMetadata(FASTIFY_CONSTRAINTS_METADATA, handler)) return 'handler'
  // A version in the path, or a handler for all versions, has no filter.
  if (handler[IS_VERSION] === undefined) return undefined
  return Reflect.hasMetadata(VERSION_METADATA, handler) ? 'handler' : 'controller'
}

/** An application's own extractor of versions may throw: then no handler runs. */
const passes = (isVersion: IsVersion, request: HttpRequest): boolean => {
  try {
    return isVersion(request, undefined, () => false) === true
  } catch {
    return false
  }
}

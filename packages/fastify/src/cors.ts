import type { CorsPolicy, CorsRule } from '@cors/core'
import { type CorsOptions, compileOptions, type PolicyInput } from '@cors/core/adapter'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { createOnRequest, onRequestOnce, onSend, onUngoverned } from './hooks.js'
import { isRoot, Registration, registrationOf, setRegistration } from './registration.js'
import { ensureRoutes, type SeenRoute } from './route-table.js'

/**
 * What `register` takes: a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`.
 * Functions, `false` and arrays of rules go into `policy`: Fastify calls a function given as options itself.
 */
export type FastifyCorsOptions = CorsRule | CorsPolicy | CorsOptions<FastifyRequest>

/** What a route takes in `config.cors`. `false` is as if the plugin were not there. */
export type RouteCors = PolicyInput | CorsOptions<FastifyRequest>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The CORS policy of this route alone, or `false`. */
    cors?: RouteCors | undefined
  }
}

/**
 * CORS as a Fastify plugin. It governs the scope in which it is registered, and the scopes inside of it; a route
 * can have its own policy in `config.cors`. The nearest one wins.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @throws CorsConfigError with every mistake in them
 */
export async function cors(scope: FastifyInstance, options: FastifyCorsOptions): Promise<void> {
  const compiled = compileOptions<FastifyRequest>(withoutFastifyOptions(options), logError)
  const routes = ensureRoutes(scope)
  // A scope inside of a governed one has its hooks already.
  const hasHooks = registrationOf(scope) !== undefined
  setRegistration(scope, new Registration(compiled, routes, scope.log))
  routes.govern(scope)
  if (hasHooks) return
  routes.suspectEarlierRoutes()
  const hasEarlierHooks = mayBeAnsweredEarlier(scope, [onRequestOnce, onUngoverned])
  // The first one, at the root, is the only one there will ever be: all scopes have it, and get no other.
  const mayMeetOthers = hasEarlierHooks || routes.hasHooks || !isRoot(scope)
  if (!isRoot(scope) && !routes.hasHooks) {
    routes.root.addHook('onRequest', onUngoverned)
    routes.root.addHook('onReady', async () => routes.reportUngoverned())
  }
  routes.hasHooks = true
  scope.addHook('onRoute', onRoute)
  scope.addHook('onRequest', mayMeetOthers ? onRequestOnce : createOnRequest(routes))
  if (hasEarlierHooks) scope.addHook('onSend', onSend)
}

// It marks the function itself, so that the hooks reach the scope in which it is registered.
fastifyPlugin(cors, { name: '@cors/fastify', fastify: '5.x' })

/** `register` takes these beside a plugin's own options. */
const FASTIFY_OPTIONS: readonly string[] = ['prefix', 'logLevel', 'logSerializers']

/** The options without Fastify's own, so that the core can refuse every name that it does not know. */
const withoutFastifyOptions = (options: unknown): unknown =>
  // A copy would lose what a policy is, and has no use where there is nothing to leave out.
  typeof options === 'object' &&
  options !== null &&
  FASTIFY_OPTIONS.some((name) => Object.hasOwn(options, name))
    ? Object.fromEntries(Object.entries(options).filter(([name]) => !FASTIFY_OPTIONS.includes(name)))
    : options

const logError = (error: unknown, request: FastifyRequest): void => {
  request.log.error({ err: error }, '@cors/fastify: a lookup or onDecision failed')
}

function onRoute(this: FastifyInstance, route: SeenRoute): void {
  registrationOf(this)?.routes.declare(this, route)
}

/**
 * Is there a hook that can end a request before ours runs? Those that are added later run later; but scopes that
 * were loaded before have had theirs since then. An `onSend` hook that is there for nothing would be a third of what
 * an allowed request costs.
 *
 * Fastify keeps its hooks to itself, so this looks into its own lists, and where they are not as expected says yes.
 * See docs/decisions/0019-what-fastifys-hook-is-spared.md.
 *
 * @param ours hooks that end no request without its headers
 */
export const mayBeAnsweredEarlier = (scope: object, ours: readonly unknown[]): boolean => {
  const hooks = listOf(scope, 'fastify.hooks') as { readonly onRequest?: unknown } | undefined
  const scopesWithin = listOf(scope, 'fastify.children')
  if (!Array.isArray(hooks?.onRequest) || !Array.isArray(scopesWithin)) return true
  return (
    hooks.onRequest.some((hook) => !ours.includes(hook)) ||
    scopesWithin.some((within) => mayBeAnsweredEarlier(within, ours))
  )
}

const listOf = (scope: object, name: string): unknown => {
  for (let holder: object | null = scope; holder !== null; holder = Object.getPrototypeOf(holder)) {
    const symbol = Object.getOwnPropertySymbols(holder).find(({ description }) => description === name)
    if (symbol !== undefined) return Reflect.get(holder, symbol)
  }
  return undefined
}

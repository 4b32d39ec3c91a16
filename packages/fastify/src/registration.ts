import type { CompiledOptions } from '@cors/core/adapter'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteTable } from './route-table.js'

export type Options = CompiledOptions<FastifyRequest>

/** What one `register` left on its scope. */
export interface Registration {
  readonly options: Options
  /**
   * What routes have in `config.cors`, compiled. One input is one policy, so that GET and the HEAD that Fastify adds
   * are seen to have the same.
   */
  readonly routePolicies: WeakMap<object, Options>
  /** The same for all scopes of an application. */
  readonly routes: RouteTable
}

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

/** Compile what a route has in `config.cors`. */
export const compilePolicy = (own: unknown, { options, routePolicies }: Registration): Options => {
  if (typeof own !== 'object' || own === null) return options.withPolicy(own)
  const compiled = routePolicies.get(own) ?? options.withPolicy(own)
  routePolicies.set(own, compiled)
  return compiled
}

import type { FastifyInstance, RouteOptions } from 'fastify'
import { type Options, registrationOf } from './registration.js'

/** A route of the application, as far as the choice of a policy goes. */
export interface DeclaredRoute {
  readonly methods: readonly string[]
  /** The host that the route is for; `undefined`: any. */
  readonly host: string | RegExp | undefined
  /** Is it told apart from others by something that a preflight does not carry, such as a version header? */
  readonly isToldApart: boolean
  /** Its own `config.cors`, if it has one. Known only when something governs the route. */
  own: Options | undefined
}

/** The routes of one URL that one scope declares. They share a hidden OPTIONS route. */
export interface RouteGroup {
  readonly id: string
  readonly scope: FastifyInstance
  /** Below the prefix of the scope. */
  readonly path: string
  /** Is this all that is below the prefix of a scope with its own registration, whatever its routes are? */
  isPrefix: boolean
  readonly routes: DeclaredRoute[]
}

export const declaredRoute = (route: RouteOptions): DeclaredRoute => {
  const { host, ...others } = route.constraints ?? {}
  const isText = typeof host === 'string'
  const isPattern = host instanceof RegExp
  return {
    methods: [route.method].flat(),
    // Like the router, which drops the flags that would make a test remember the one before.
    host: isPattern ? new RegExp(host.source, host.flags.replace(/[gy]/g, '')) : isText ? host : undefined,
    isToldApart: Object.keys(others).length > 0 || (host !== undefined && !isText && !isPattern),
    own: undefined,
  }
}

/** Hosts are compared as the router compares them. Higher is nearer; 0: the route is for another host. */
export const hostRank = (route: DeclaredRoute, host: string | undefined): 0 | 1 | 2 | 3 => {
  if (route.host === undefined) return 1
  if (host === undefined) return 0
  if (typeof route.host === 'string') return route.host === host ? 3 : 0
  return route.host.test(host) ? 2 : 0
}

export const optionsOf = (route: DeclaredRoute, { scope }: RouteGroup): Options | undefined =>
  route.own ?? registrationOf(scope)?.options

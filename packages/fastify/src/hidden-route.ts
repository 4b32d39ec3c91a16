import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { RouteGroup } from './declared-route.js'
import { CONSTRAINT } from './router-probe.js'

/** On the `config` of a hidden route. */
const HIDDEN = Symbol.for('@cors/fastify/hidden')

export const isHidden = (config: object | undefined): boolean => config !== undefined && HIDDEN in config

/**
 * A route that only the router sees: it makes preflights of a URL end in the scope that declares the URL, so that
 * the hooks of that scope are the ones that run before the answer.
 */
export const addHiddenRoute = ({ scope, path, id }: RouteGroup): void => {
  const route: RouteOptions & { readonly schema: { readonly hide: true } } = {
    method: 'OPTIONS',
    url: path,
    // The path is complete: Fastify must not add a twin with or without a slash.
    prefixTrailingSlash: 'slash',
    constraints: { [CONSTRAINT]: id },
    // Generators of API documentation leave it out.
    schema: { hide: true },
    config: { [HIDDEN]: true } as object,
    // Reached only if nothing answered the preflight before.
    handler: notFound,
  }
  scope.route(route)
}

const notFound = (_: FastifyRequest, reply: FastifyReply): void => {
  reply.callNotFound()
}

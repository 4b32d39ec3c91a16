import type { CorsPolicy, CorsRule } from '@cors/core'
import type { CorsOptions, PolicyInput } from '@cors/core/adapter'
import type { FastifyRequest } from 'fastify'

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

/** `register` takes these beside a plugin's own options. */
const FASTIFY_OPTIONS: readonly string[] = ['prefix', 'logLevel', 'logSerializers']

/** The options without Fastify's own, so that the core can refuse every name that it does not know. */
export const withoutFastifyOptions = (options: unknown): unknown =>
  // A copy would lose what a policy is, and has no use where there is nothing to leave out.
  typeof options === 'object' &&
  options !== null &&
  FASTIFY_OPTIONS.some((name) => Object.hasOwn(options, name))
    ? Object.fromEntries(Object.entries(options).filter(([name]) => !FASTIFY_OPTIONS.includes(name)))
    : options

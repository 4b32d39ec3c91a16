export {
  type CorsConfig,
  type CorsConfigCode,
  CorsConfigError,
  type CorsConfigIssue,
  type CorsDecision,
  type CorsPolicy,
  type CorsReason,
  type CorsRule,
  createCorsPolicy,
  createReloadablePolicy,
  type OriginLookup,
  originsFromEnv,
  type ReloadableCorsPolicy,
} from '@cors/core'
export type { CorsInput, CorsOptions, PolicyFunction, PolicyInput } from '@cors/core/adapter'
export { type CorsProxy, corsProxy, type ProxyFunction } from './cors-proxy.js'
export {
  type HandlersWithCors,
  type RouteContext,
  type RouteHandler,
  type RouteHandlers,
  withCors,
} from './with-cors.js'
export { withCorsApi } from './with-cors-api.js'

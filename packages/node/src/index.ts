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
export { type CorsMiddleware, cors, type HttpRequest, type Next } from './cors.js'

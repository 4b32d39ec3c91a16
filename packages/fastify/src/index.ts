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
export type { CorsOptions, PolicyFunction, PolicyInput } from '@cors/core/adapter'
export { cors, cors as default, type FastifyCorsOptions, type RouteCors } from './cors.js'

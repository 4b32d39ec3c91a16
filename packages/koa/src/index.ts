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
export { cors } from './cors.js'
export type { CorsState } from './cors-state.js'

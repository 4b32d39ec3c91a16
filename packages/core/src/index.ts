export type { CheckedConfig, ConfigInput, ConfigLiteral } from './config/checked-config.js'
export type { CorsTypeError } from './config/checked-origin.js'
export { type CorsConfigCode, CorsConfigError, type CorsConfigIssue } from './config/config-error.js'
export type {
  CorsConfig,
  CorsRule,
  NormalizedCorsConfig,
  NormalizedCorsRule,
  OriginLookup,
} from './config/cors-config.js'
export type { HasLookup } from './config/has-lookup.js'
export { originsFromEnv } from './origins-from-env.js'
export { type CorsPolicy, createCorsPolicy } from './policy.js'
export type { CorsDecision, CorsHeader, CorsReason } from './protocol/cors-decision.js'
export type { CorsRequest, CorsRequestKind } from './protocol/cors-request.js'
export { createReloadablePolicy, type ReloadableCorsPolicy } from './reloadable-policy.js'

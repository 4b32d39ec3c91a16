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
export type { PolicyInput } from '@cors/core/adapter'
export type {
  CorsModuleAsyncOptions,
  CorsModuleInput,
  CorsModuleOptions,
  CorsOptionsFactory,
  HttpRequest,
  PolicyFunction,
} from './cors.module.js'
export { CorsModule } from './cors.module.js'
export { Cors, NoCors } from './decorators.js'

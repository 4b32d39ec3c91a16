import type { CorsConfig } from './cors-config.js'

/** What a function of ours takes as a configuration. */
export type ConfigInput = CorsConfig

/** Intersected with the type of a literal, so that the compiler refuses what would throw at start-up. */
export type CheckedConfig<_Config> = unknown

import type { CheckedInput } from '@cors/core/adapter'
import { SetMetadata } from '@nestjs/common'
import type { CorsModuleInput } from './options.js'

/** A text, because the ESM and the CommonJS build of this file may meet in one application. */
export const CORS_METADATA = '@cors/nestjs/options'

/**
 * Give a controller or a handler a policy of its own. The nearest one decides, whole: a handler's, else its
 * controller's, else that of `CorsModule.forRoot`. With a configuration or a policy alone, `onDecision` and `vary`
 * stay those of the scope around; options replace all.
 *
 * Mistakes in it are reported when the application starts. Without `CorsModule` in the application it does nothing.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 */
export const Cors = <const Input extends CorsModuleInput>(
  options: Input & CheckedInput<Input>,
): ClassDecorator & MethodDecorator => SetMetadata(CORS_METADATA, options)

/** Switch CORS off here: no CORS header is written, and preflights reach the application. */
export const NoCors = (): ClassDecorator & MethodDecorator => SetMetadata(CORS_METADATA, false)

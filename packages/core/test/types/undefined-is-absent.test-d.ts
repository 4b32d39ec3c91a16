// Compiled, never run: with exactOptionalPropertyTypes an option takes undefined only where it says so.

import type { CorsOptions } from '../../src/adapter/index.js'
import { type CorsConfig, type CorsRule, createCorsPolicy, type NormalizedCorsRule } from '../../src/index.js'
import { type Equal, holds } from './equal.js'

declare const development: boolean

/** The names of the properties that may be left out, but must not be `undefined`. */
type AbsentOnly<Options> = {
  [Name in keyof Options]-?: Record<never, never> extends Pick<Options, Name>
    ? { [Each in Name]: undefined } extends Pick<Options, Name>
      ? never
      : Name
    : never
}[keyof Options]

// Each option there is, and each one to come.
holds<Equal<AbsentOnly<CorsRule>, never>>()
holds<Equal<AbsentOnly<CorsOptions<unknown>>, never>>()
// What a policy shows has been completed: there the absent one is absent.
holds<Equal<AbsentOnly<NormalizedCorsRule>, 'maxAge'>>()

createCorsPolicy({ origins: '*', maxAge: development ? 600 : undefined })
const config: CorsConfig = { origins: '*', credentials: undefined, maxAge: development ? 600 : undefined }
createCorsPolicy(config)

// @ts-expect-error who may read has no default
createCorsPolicy({ origins: undefined })
// @ts-expect-error nor has a member of it
createCorsPolicy({ origins: [development ? 'https://a.example' : undefined] })

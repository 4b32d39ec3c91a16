import type { NormalizedCorsRule } from './cors-config.js'
import { ALLOWED_HEADER_RULES, EXPOSED_HEADER_RULES } from './header-names.js'
import { METHOD_RULES } from './methods.js'
import { namesOption } from './name-list.js'
import type { Option } from './option.js'
import { ORIGINS_OPTION, type Origins } from './origins.js'
import { BOOLEAN_OPTION, LOOKUP_TIMEOUT_OPTION, MAX_AGE_OPTION } from './scalars.js'

/** Every option of a rule. */
type Options = {
  readonly [Name in keyof NormalizedCorsRule]-?: Option<
    Name extends 'origins' ? Origins : NormalizedCorsRule[Name]
  >
}

export const OPTIONS: Options = {
  origins: ORIGINS_OPTION,
  credentials: BOOLEAN_OPTION,
  methods: namesOption(METHOD_RULES),
  allowedHeaders: namesOption(ALLOWED_HEADER_RULES),
  exposedHeaders: namesOption(EXPOSED_HEADER_RULES),
  maxAge: MAX_AGE_OPTION,
  lookupTimeout: LOOKUP_TIMEOUT_OPTION,
  dangerouslyAllowInsecureOrigins: BOOLEAN_OPTION,
  dangerouslyAllowPublicSuffixes: BOOLEAN_OPTION,
}

/** Is it an option of a rule? */
export const isRuleOption = (name: string): name is keyof Options => Object.hasOwn(OPTIONS, name)

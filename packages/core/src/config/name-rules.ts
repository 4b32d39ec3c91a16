import { ALLOWED_HEADER_RULES, EXPOSED_HEADER_RULES } from './header-names.js'
import { METHOD_RULES } from './methods.js'
import type { NameRules } from './name-list.js'

/** The options that are lists of names. */
export type NameOption = 'methods' | 'allowedHeaders' | 'exposedHeaders'

export const NAME_RULES: Readonly<Record<NameOption, NameRules>> = {
  methods: METHOD_RULES,
  allowedHeaders: ALLOWED_HEADER_RULES,
  exposedHeaders: EXPOSED_HEADER_RULES,
}

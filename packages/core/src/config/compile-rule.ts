import type { CompiledRule, ConfiguredList } from '../protocol/compiled-rule.js'
import { headersOf } from '../protocol/decision.js'
import { namesValue } from './header-names.js'
import { methodsValue } from './methods.js'
import type { CheckedRule } from './read-rule.js'

/** Write out everything about a rule that no request changes. */
export const compileRule = ({ normalized, origins }: CheckedRule, index: number): CompiledRule => {
  const { credentials, methods, allowedHeaders, exposedHeaders } = normalized
  // Absent where none is configured; one that a polluted `Object.prototype` has is none.
  const maxAge = Object.hasOwn(normalized, 'maxAge') ? normalized.maxAge : undefined
  const preflightHeaders = headersOf('access-control-allow-credentials', credentials ? 'true' : '')
  return {
    index,
    credentials,
    actualHeaders: Object.freeze([
      ...preflightHeaders,
      ...headersOf('access-control-expose-headers', namesValue(exposedHeaders)),
    ]),
    preflightHeaders,
    methods: list('access-control-allow-methods', methodsValue(methods), credentials && methods === '*'),
    requestHeaders: list(
      'access-control-allow-headers',
      namesValue(allowedHeaders),
      credentials && allowedHeaders.includes('*'),
    ),
    maxAge: headersOf('access-control-max-age', maxAge === undefined ? '' : String(maxAge)),
    lookup: origins.lookup && {
      ask: origins.lookup,
      timeout: normalized.lookupTimeout,
      insecureOrigins: !credentials || normalized.dangerouslyAllowInsecureOrigins,
    },
  }
}

const list = (name: string, value: string, requested: boolean): ConfiguredList =>
  requested ? 'requested' : headersOf(name, value)

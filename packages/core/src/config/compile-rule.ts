import type { CompiledRule, ConfiguredList } from '../protocol/compiled-rule.js'
import type { CorsHeader } from '../protocol/cors-decision.js'
import { methodsValue } from './methods.js'
import type { CheckedRule } from './read-rule.js'

/** Write out everything about a rule that no request changes. */
export const compileRule = ({ normalized, origins }: CheckedRule, index: number): CompiledRule => {
  const { credentials, methods, allowedHeaders, exposedHeaders } = normalized
  // Absent where none is configured; one that a polluted `Object.prototype` has is none.
  const maxAge = Object.hasOwn(normalized, 'maxAge') ? normalized.maxAge : undefined
  const preflightHeaders = headers('access-control-allow-credentials', credentials ? 'true' : '')
  const names = allowedHeaders === '*' ? '*' : allowedHeaders.join(', ')
  return {
    index,
    credentials,
    actualHeaders: Object.freeze([
      ...preflightHeaders,
      ...headers('access-control-expose-headers', exposedHeaders === '*' ? '*' : exposedHeaders.join(', ')),
    ]),
    preflightHeaders,
    methods: list('access-control-allow-methods', allowedMethods(methods), credentials && methods === '*'),
    requestHeaders: list('access-control-allow-headers', names, credentials && allowedHeaders.includes('*')),
    maxAge: headers('access-control-max-age', maxAge === undefined ? '' : String(maxAge)),
    lookup: origins.lookup && {
      ask: origins.lookup,
      timeout: normalized.lookupTimeout,
      insecureOrigins: !credentials || normalized.dangerouslyAllowInsecureOrigins,
    },
  }
}

/** An empty value is not sent. */
const headers = (name: string, value: string): readonly CorsHeader[] =>
  Object.freeze(value === '' ? [] : [Object.freeze<CorsHeader>([name, value])])

const list = (name: string, value: string, requested: boolean): ConfiguredList =>
  requested ? 'requested' : headers(name, value)

const allowedMethods = (methods: '*' | readonly string[]): string =>
  methods === '*' ? '*' : methods.length === 0 ? '' : methodsValue(methods)

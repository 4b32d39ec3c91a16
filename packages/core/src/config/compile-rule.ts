import type { CompiledRule, ConfiguredList } from '../protocol/compiled-rule.js'
import { headersOf } from '../protocol/decision.js'
import { namesValue } from './header-names.js'
import { methodsValue } from './methods.js'
import type { ReadOptions } from './read-rule.js'

/** Write out everything about a rule that no request changes. */
export const compileRule = (
  {
    origins: { lookup },
    credentials,
    methods,
    allowedHeaders,
    exposedHeaders,
    maxAge,
    lookupTimeout,
    dangerouslyAllowInsecureOrigins,
  }: ReadOptions,
  index: number,
): CompiledRule => {
  const list = (name: string, names: '*' | readonly string[], value: string): ConfiguredList =>
    credentials && names.includes('*') ? 'requested' : headersOf(name, value)
  const preflightHeaders = headersOf('access-control-allow-credentials', credentials ? 'true' : '')
  return {
    index,
    credentials,
    actualHeaders: Object.freeze([
      ...preflightHeaders,
      ...headersOf('access-control-expose-headers', namesValue(exposedHeaders)),
    ]),
    preflightHeaders,
    methods: list('access-control-allow-methods', methods, methodsValue(methods)),
    requestHeaders: list('access-control-allow-headers', allowedHeaders, namesValue(allowedHeaders)),
    maxAge: headersOf('access-control-max-age', String(maxAge ?? '')),
    lookup: lookup && {
      ask: lookup,
      timeout: lookupTimeout,
      insecureOrigins: !credentials || dangerouslyAllowInsecureOrigins,
    },
  }
}

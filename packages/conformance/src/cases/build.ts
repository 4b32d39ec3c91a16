import type { CorsConfig, CorsReason, CorsRequestKind } from '@cors/core'
import type { HeaderField } from '@cors/core/browser-model'
import type { CaseRequest, Expected, ExpectedDecision, PolicyCase } from '../case.js'

/** The origin that most policies of the kit list. */
export const app = 'https://app.example.com'

/** A well-formed origin that no policy of the kit lists. */
export const stranger = 'https://stranger.example'

/** A request without a preflight. `origin` may be left out, or be empty. */
export const actualRequest = (origin: string | undefined, path = '/ok', method = 'GET'): CaseRequest => ({
  method,
  path,
  headers: origin === undefined ? [] : [['Origin', origin]],
})

/** `method` and `names` are what is asked for; both may be empty, and `names` left out. */
export const preflightRequest = (
  origin: string | undefined,
  method: string,
  names?: string | readonly string[],
  path = '/ok',
): CaseRequest => {
  const lines = names === undefined ? [] : typeof names === 'string' ? [names] : names
  return {
    method: 'OPTIONS',
    path,
    headers: [
      ...(origin === undefined ? [] : [['Origin', origin] as const]),
      ['Access-Control-Request-Method', method],
      ...lines.map((line): HeaderField => ['Access-Control-Request-Headers', line]),
    ],
  }
}

/** The values of the CORS response headers, under short names. */
export interface HeaderValues {
  readonly origin: string
  readonly credentials?: true
  readonly methods?: string
  readonly headers?: string
  readonly maxAge?: string
  readonly expose?: string
}

export const corsHeaders = (values: HeaderValues): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': values.origin,
  ...(values.credentials && { 'access-control-allow-credentials': 'true' }),
  ...(values.methods !== undefined && { 'access-control-allow-methods': values.methods }),
  ...(values.headers !== undefined && { 'access-control-allow-headers': values.headers }),
  ...(values.maxAge !== undefined && { 'access-control-max-age': values.maxAge }),
  ...(values.expose !== undefined && { 'access-control-expose-headers': values.expose }),
})

/** The handler of `/ok` answered, with these CORS headers. */
export const ran = (values: HeaderValues | undefined, more: Partial<Expected> = {}): Expected => ({
  status: 200,
  headers: values === undefined ? {} : corsHeaders(values),
  vary: ['Origin'],
  handler: 'ran',
  ...more,
})

export const preflightVary: readonly string[] = ['Origin', 'Access-Control-Request-Method']

/** The policy answered the preflight, and allows the origin. */
export const allowed = (values: HeaderValues, more: Partial<Expected> = {}): Expected => ({
  status: 204,
  headers: corsHeaders(values),
  vary: preflightVary,
  handler: 'not run',
  body: '',
  ...more,
})

/** The policy answered the preflight, and denies the origin. */
export const refused: Expected = {
  status: 403,
  headers: {},
  vary: preflightVary,
  handler: 'not run',
  body: '',
}

const allowing: readonly CorsReason[] = ['origin-any', 'origin-exact', 'origin-pattern', 'origin-lookup']

export const decision = (kind: CorsRequestKind, reason: CorsReason): ExpectedDecision => ({
  kind,
  allowed: allowing.includes(reason),
  reason,
})

type Entry = Omit<PolicyCase, 'set' | 'config' | 'level'> & { readonly level?: PolicyCase['level'] }

/** Cases that share a policy, and so a server. */
export const casesOf = (config: CorsConfig, entries: readonly Entry[]): readonly PolicyCase[] =>
  entries.map((entry) => ({ set: 'policy', level: 'MUST', config, ...entry }))

import { type CorsPolicy, createCorsPolicy } from '@cors/fastify'
import type { Exchange } from './exchange.js'

export const app = 'https://app.example'
export const partner = 'https://partner.example'
export const stranger = 'https://stranger.example'

/** The outer policy of most tests: one origin, PUT, ten minutes. */
export const outer: CorsPolicy = createCorsPolicy({ origins: [app], methods: ['PUT'], maxAge: 600 })

/** The inner one: another origin, credentials, DELETE, five minutes. */
export const inner: CorsPolicy = createCorsPolicy({
  origins: [partner],
  credentials: true,
  methods: ['DELETE'],
  exposedHeaders: ['ETag'],
  maxAge: 300,
})

type Headers = Readonly<Record<string, string>>

/** All CORS headers of a response, and no other. */
export const outerActual: Headers = { 'access-control-allow-origin': app }
export const innerActual: Headers = {
  'access-control-allow-origin': partner,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'etag',
}
export const outerPreflight: Headers = {
  'access-control-allow-origin': app,
  'access-control-allow-methods': 'GET, HEAD, POST, PUT',
  'access-control-max-age': '600',
}
export const innerPreflight: Headers = {
  'access-control-allow-origin': partner,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
  'access-control-max-age': '300',
}
export const uncacheable = (headers: Headers): Headers => ({ ...headers, 'access-control-max-age': '0' })

export const preflightVary = 'Origin, Access-Control-Request-Method'

/** What is seen where there is no CORS, and of a preflight that is refused. */
export const none: Pick<Exchange, 'cors' | 'vary'> = { cors: {}, vary: undefined }
export const denied: Pick<Exchange, 'status' | 'cors' | 'vary'> = {
  status: 403,
  cors: {},
  vary: preflightVary,
}

import type { CorsConfig } from '@cors/core'
import type { CaseOptions, RoutePolicyCase } from '../../case.js'
import type { ConformanceRoute } from '../../routes/route.js'
import { app, type HeaderValues } from '../build.js'

/** The origin that only routes with a policy of their own list. */
export const partner = 'https://partner.example'

/** The application's policy. */
export const enclosing: CorsConfig = { origins: [app], methods: ['PUT', 'DELETE'], maxAge: 600 }
export const enclosingAnswer: HeaderValues = { origin: app, methods: 'GET, HEAD, POST, PUT, DELETE' }

/** A route's own policy. */
export const own: CorsConfig = {
  origins: [partner],
  credentials: true,
  methods: ['PUT', 'PATCH'],
  allowedHeaders: ['Content-Type'],
  exposedHeaders: ['ETag'],
  maxAge: 300,
}
export const ownAnswer: HeaderValues = {
  origin: partner,
  credentials: true,
  methods: 'GET, HEAD, POST, PUT, PATCH',
  headers: 'content-type',
}
export const ownActual: HeaderValues = { origin: partner, credentials: true, expose: 'etag' }

/** Another route's own policy: everybody. */
export const everybody: CorsConfig = { origins: '*', maxAge: 60 }

type Entry = Omit<RoutePolicyCase, 'set' | 'options' | 'routes' | 'level'> & {
  readonly level?: RoutePolicyCase['level']
}

/** Cases that share an application, and so a server. */
export const routePolicyCasesOf = (
  options: CaseOptions,
  routes: readonly ConformanceRoute[],
  entries: readonly Entry[],
): readonly RoutePolicyCase[] =>
  entries.map((entry) => ({ set: 'routes', level: 'MUST', options, routes, ...entry }))

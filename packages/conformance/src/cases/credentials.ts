import type { CorsConfig } from '@cors/core'
import type { PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import {
  actualRequest,
  allowed,
  app,
  casesOf,
  decision,
  preflightRequest,
  ran,
  refused,
  stranger,
} from './build.js'

const preview = 'https://pr-7.preview.example.com'

const config: CorsConfig = {
  origins: [app, 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type'],
  exposedHeaders: ['ETag', 'X-Request-Id'],
  maxAge: 600,
}

const actual = { credentials: true, expose: 'etag, x-request-id' } as const
const preflight = {
  credentials: true,
  methods: 'GET, HEAD, POST, PUT, PATCH, DELETE',
  headers: 'authorization, content-type',
  maxAge: '600',
} as const

/** The keyed policy with everything that it can have. */
export const credentials: readonly PolicyCase[] = casesOf(config, [
  {
    id: 'credentials/no-origin',
    title: 'without Origin there is no CORS header',
    spec: spec.httpCaches,
    request: actualRequest(undefined),
    decision: decision('non-cors', 'no-origin'),
    expected: ran(undefined),
  },
  {
    id: 'credentials/exact',
    title: 'a listed origin gets itself back, with credentials and the exposed names',
    spec: spec.credentials,
    request: actualRequest(app),
    decision: decision('actual', 'origin-exact'),
    expected: ran({ origin: app, ...actual }),
  },
  {
    id: 'credentials/pattern',
    title: 'an origin that a pattern matches gets itself back, never the pattern',
    spec: spec.credentials,
    request: actualRequest(preview),
    decision: decision('actual', 'origin-pattern'),
    expected: ran({ origin: preview, ...actual }),
  },
  {
    id: 'credentials/denied',
    title: 'a denied origin gets no header at all',
    spec: spec.httpResponses,
    request: actualRequest(stranger),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined),
  },
  {
    id: 'credentials/opaque',
    title: 'the opaque origin is denied: any site can make one',
    spec: spec.opaqueOrigin,
    request: actualRequest('null'),
    decision: decision('actual', 'origin-opaque'),
    expected: ran(undefined),
  },
  {
    id: 'credentials/preflight-exact',
    title: 'the preflight of a listed origin gets everything but the exposed names',
    spec: spec.preflightFetch,
    request: preflightRequest(app, 'PUT', 'content-type'),
    decision: decision('preflight', 'origin-exact'),
    expected: allowed({ origin: app, ...preflight }),
  },
  {
    id: 'credentials/preflight-pattern',
    title: 'the preflight of an origin that a pattern matches gets the same',
    spec: spec.preflightFetch,
    request: preflightRequest(preview, 'PUT', 'content-type'),
    decision: decision('preflight', 'origin-pattern'),
    expected: allowed({ origin: preview, ...preflight }),
  },
  {
    id: 'credentials/preflight-denied',
    title: 'the preflight of a denied origin is 403 and tells nothing',
    spec: spec.httpResponses,
    request: preflightRequest(stranger, 'PUT', 'content-type'),
    decision: decision('preflight', 'origin-not-listed'),
    expected: refused,
  },
  {
    id: 'credentials/preflight-opaque',
    title: 'the preflight of the opaque origin is denied',
    spec: spec.opaqueOrigin,
    request: preflightRequest('null', 'PUT'),
    decision: decision('preflight', 'origin-opaque'),
    expected: refused,
  },
  {
    id: 'credentials/preflight-malformed',
    title: 'the preflight of two origins in one header is denied',
    spec: spec.originHeader,
    request: preflightRequest(`${app}, ${preview}`, 'PUT'),
    decision: decision('preflight', 'origin-malformed'),
    expected: refused,
  },
  {
    id: 'wire/actual-names',
    level: 'SHOULD',
    title: 'names are sent in lower case, in a fixed order: actual response',
    spec: spec.fieldNames,
    request: actualRequest(app),
    decision: decision('actual', 'origin-exact'),
    expected: ran(
      { origin: app, ...actual },
      {
        fieldNames: [
          'access-control-allow-origin',
          'access-control-allow-credentials',
          'access-control-expose-headers',
        ],
      },
    ),
  },
  {
    id: 'wire/preflight-names',
    level: 'SHOULD',
    title: 'names are sent in lower case, in a fixed order: preflight',
    spec: spec.fieldNames,
    request: preflightRequest(app, 'PUT', 'content-type'),
    decision: decision('preflight', 'origin-exact'),
    expected: allowed(
      { origin: app, ...preflight },
      {
        fieldNames: [
          'access-control-allow-origin',
          'access-control-allow-credentials',
          'access-control-allow-methods',
          'access-control-allow-headers',
          'access-control-max-age',
        ],
      },
    ),
  },
])

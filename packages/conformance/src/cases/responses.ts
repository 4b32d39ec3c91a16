import type { CorsConfig } from '@cors/core'
import type { CaseRequest, Expected, PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { actualRequest, app, casesOf, decision, ran, stranger } from './build.js'

const config: CorsConfig = { origins: [app], credentials: true, exposedHeaders: ['ETag'] }
const own = { origin: app, credentials: true, expose: 'etag' } as const

type Row = readonly [
  id: string,
  title: string,
  request: Omit<CaseRequest, 'headers'>,
  Omit<Partial<Expected>, 'vary'>,
]

const get = (path: string): Omit<CaseRequest, 'headers'> => ({ method: 'GET', path })
const notRun = { handler: 'not run' } as const

/** Every way in which a framework can answer. */
const rows: readonly Row[] = [
  ['get', '200', get('/ok'), { body: 'ok' }],
  ['head', 'HEAD', { method: 'HEAD', path: '/ok' }, { body: '' }],
  ['post', '200 to POST', { method: 'POST', path: '/ok' }, { body: 'ok' }],
  ['put', '200 to PUT', { method: 'PUT', path: '/ok' }, { body: 'ok' }],
  ['delete', '200 to DELETE', { method: 'DELETE', path: '/ok' }, { body: 'ok' }],
  ['created', '201', { method: 'POST', path: '/created' }, { status: 201, body: 'created' }],
  ['no-content', '204 of a handler', get('/no-content'), { status: 204, body: '' }],
  ['redirect', '302', get('/redirect'), { status: 302 }],
  ['not-modified', '304', get('/not-modified'), { status: 304, body: '' }],
  ['stream', 'a stream', get('/stream'), { body: 'onetwothree' }],
  ['head-stream', 'HEAD of a stream', { method: 'HEAD', path: '/stream' }, { body: '' }],
  ['events', 'server-sent events', get('/events'), {}],
  ['raw', 'a reply past the framework', get('/raw'), { body: 'raw' }],
  ['bad-request', '400 of validation', get('/bad-request'), { status: 400, ...notRun }],
  [
    'parsed-body',
    '200 after a body was parsed',
    { method: 'POST', path: '/json', body: '{}' },
    { body: 'json' },
  ],
  [
    'malformed-body',
    '400 of the body parser',
    { method: 'POST', path: '/json', body: '{"a":' },
    { status: 400, ...notRun },
  ],
  ['unauthorized', '401 of a guard', get('/unauthorized'), { status: 401, ...notRun }],
  ['early', '401 of a hook that was added before', get('/early'), { status: 401, ...notRun }],
  ['missing', '404', get('/missing'), { status: 404, ...notRun }],
  [
    'head-missing',
    'HEAD of a path that no route has',
    { method: 'HEAD', path: '/missing' },
    { status: 404, ...notRun },
  ],
  [
    'method-missing',
    'a method that the path does not have',
    { method: 'PATCH', path: '/ok' },
    { status: [404, 405], ...notRun },
  ],
  ['throw', '500 of a thrown error', get('/throw'), { status: 500, handler: 'threw' }],
  ['reject', '500 of an error thrown later', get('/reject'), { status: 500, handler: 'threw' }],
]

const withOrigin = (request: Omit<CaseRequest, 'headers'>, origin: string | undefined): CaseRequest => ({
  ...request,
  headers: [
    ...actualRequest(origin).headers,
    ...(request.body === undefined ? [] : [['Content-Type', 'application/json'] as const]),
  ],
})

/** The answer of a hook added earlier ends a preflight before the policy can: it is then an actual response. */
const earlyPreflight: CaseRequest = {
  method: 'OPTIONS',
  path: '/early',
  headers: [
    ['Origin', app],
    ['Access-Control-Request-Method', 'GET'],
  ],
}

export const responses: readonly PolicyCase[] = casesOf(config, [
  ...rows.map(([id, title, request, more]) => ({
    id: `response/${id}`,
    title: `${title} carries the headers`,
    spec: spec.everyResponse,
    request: withOrigin(request, app),
    decision: decision('actual', 'origin-exact'),
    expected: ran(own, more),
  })),
  ...rows.map(([id, title, request, more]) => ({
    id: `response/${id}-denied`,
    title: `${title} carries nothing for a denied origin, and varies by Origin`,
    spec: spec.everyResponse,
    request: withOrigin(request, stranger),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined, more),
  })),
  ...rows.map(([id, title, request, more]) => ({
    id: `response/${id}-no-origin`,
    title: `${title} varies by Origin where there is none`,
    spec: spec.httpCaches,
    request: withOrigin(request, undefined),
    decision: decision('non-cors', 'no-origin'),
    expected: ran(undefined, more),
  })),
  {
    id: 'response/early-preflight',
    title: 'where a hook added before ends a preflight, its answer carries the headers of an actual one',
    spec: spec.everyResponse,
    request: earlyPreflight,
    decision: decision('preflight', 'origin-exact'),
    expected: ran(own, { status: 401, ...notRun }),
  },
])

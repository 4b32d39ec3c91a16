import type { CorsConfig } from '@cors/core'
import type { HeaderField } from '@cors/core/browser-model'
import type { CaseRequest, PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { actualRequest, allowed, app, casesOf, decision, preflightRequest, ran, stranger } from './build.js'

const config: CorsConfig = { origins: [app], credentials: true, methods: ['PUT'] }
const own = { origin: app, credentials: true } as const

const withFields = (request: CaseRequest, ...fields: readonly HeaderField[]): CaseRequest => ({
  ...request,
  headers: [...request.headers, ...fields],
})

const responseFields: readonly HeaderField[] = [
  ['Access-Control-Allow-Origin', stranger],
  ['Access-Control-Expose-Headers', 'x-secret'],
  ['Access-Control-Max-Age', '86400'],
]

/**
 * An answer follows from the method and three fields of the request. What else it says, a client may have made up:
 * a response has been given the request's own `Vary`, and been allowed by what a proxy is said to have forwarded.
 */
export const otherRequestFields: readonly PolicyCase[] = casesOf(config, [
  {
    id: 'other-fields/vary',
    title: "the request's Vary gets nowhere",
    spec: spec.vary,
    request: withFields(actualRequest(app), ['Vary', 'X-Made-Up']),
    decision: decision('actual', 'origin-exact'),
    expected: ran(own),
  },
  {
    id: 'other-fields/vary-any',
    title: "nor does a * in it, of a denied origin's request",
    spec: spec.vary,
    request: withFields(actualRequest(stranger), ['Vary', '*']),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined),
  },
  {
    id: 'other-fields/vary-preflight',
    title: "the Vary of a preflight's request gets nowhere",
    spec: spec.vary,
    request: withFields(preflightRequest(app, 'PUT'), ['Vary', 'X-Made-Up, Access-Control-Request-Headers']),
    decision: decision('preflight', 'origin-exact'),
    expected: allowed({ ...own, methods: 'GET, HEAD, POST, PUT' }),
  },
  {
    id: 'other-fields/cors-response-headers',
    title: 'CORS response headers in a request get nowhere',
    spec: spec.httpResponses,
    request: withFields(actualRequest(stranger), ...responseFields),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined),
  },
  {
    id: 'other-fields/cors-response-headers-preflight',
    title: 'nor do they in a preflight',
    spec: spec.httpResponses,
    request: withFields(preflightRequest(app, 'PUT'), ...responseFields),
    decision: decision('preflight', 'origin-exact'),
    expected: allowed({ ...own, methods: 'GET, HEAD, POST, PUT' }),
  },
  {
    id: 'other-fields/referer',
    title: 'Referer does not speak for an origin',
    spec: spec.corsCheck,
    request: withFields(actualRequest(stranger), ['Referer', `${app}/page`]),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined),
  },
  {
    id: 'other-fields/referer-without-origin',
    title: 'nor does it where there is none',
    spec: spec.corsRequest,
    request: withFields(actualRequest(undefined), ['Referer', `${app}/page`]),
    decision: decision('non-cors', 'no-origin'),
    expected: ran(undefined),
  },
  {
    id: 'other-fields/forwarded-host',
    title: 'an origin is not allowed because a proxy is said to have forwarded its host',
    spec: spec.corsCheck,
    request: withFields(
      actualRequest(stranger),
      ['X-Forwarded-Host', 'stranger.example'],
      ['X-Forwarded-Proto', 'https'],
      ['Forwarded', 'host=stranger.example;proto=https'],
    ),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined),
  },
  {
    id: 'other-fields/fetch-metadata',
    title: 'fetch metadata does not make a request same-origin',
    spec: spec.corsCheck,
    request: withFields(
      actualRequest(stranger),
      ['Sec-Fetch-Site', 'same-origin'],
      ['Sec-Fetch-Mode', 'cors'],
    ),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined),
  },
  {
    id: 'other-fields/method-override',
    title: 'a field that names another method makes no preflight',
    spec: spec.preflightRequest,
    request: withFields(
      { ...preflightRequest(app, 'PUT'), method: 'POST' },
      ['X-HTTP-Method-Override', 'OPTIONS'],
      ['X-Method-Override', 'OPTIONS'],
    ),
    decision: decision('actual', 'origin-exact'),
    expected: ran(own, { body: 'ok' }),
  },
  {
    id: 'other-fields/private-network',
    title: 'a preflight that asks for a private network is told nothing of it',
    spec: spec.httpResponses,
    request: withFields(preflightRequest(app, 'PUT'), ['Access-Control-Request-Private-Network', 'true']),
    decision: decision('preflight', 'origin-exact'),
    expected: allowed({ ...own, methods: 'GET, HEAD, POST, PUT' }),
  },
  {
    id: 'other-fields/credentials',
    title: 'cookies and Authorization change nothing',
    spec: spec.credentials,
    request: withFields(actualRequest(app), ['Cookie', 'a=b'], ['Authorization', 'Basic dXNlcjp4']),
    decision: decision('actual', 'origin-exact'),
    expected: ran(own),
  },
])

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

const config: CorsConfig = { origins: [app], methods: ['PUT'] }
const own = { origin: app }

/** What is a preflight, what an actual request, and what no CORS request at all. */
export const kinds: readonly PolicyCase[] = casesOf(config, [
  {
    id: 'kinds/no-origin',
    title: 'without Origin there is no CORS header, but the response varies by Origin',
    spec: spec.httpCaches,
    request: actualRequest(undefined),
    decision: decision('non-cors', 'no-origin'),
    expected: ran(undefined),
  },
  {
    id: 'kinds/options-bare',
    title: 'OPTIONS without any CORS header reaches the application',
    spec: spec.preflightRequest,
    request: actualRequest(undefined, '/options', 'OPTIONS'),
    decision: decision('non-cors', 'no-origin'),
    expected: ran(undefined, { body: 'options' }),
  },
  {
    id: 'kinds/options-without-request-method',
    title: 'OPTIONS with Origin but without Access-Control-Request-Method is an actual request',
    spec: spec.preflightRequest,
    request: actualRequest(app, '/options', 'OPTIONS'),
    decision: decision('actual', 'origin-exact'),
    expected: ran(own, { body: 'options' }),
  },
  {
    id: 'kinds/options-with-request-headers-only',
    title: 'Access-Control-Request-Headers alone makes no preflight',
    spec: spec.preflightRequest,
    request: {
      method: 'OPTIONS',
      path: '/options',
      headers: [
        ['Origin', app],
        ['Access-Control-Request-Headers', 'x-a'],
      ],
    },
    decision: decision('actual', 'origin-exact'),
    expected: ran(own, { body: 'options' }),
  },
  {
    id: 'kinds/options-without-origin',
    title: 'OPTIONS with Access-Control-Request-Method but without Origin reaches the application',
    spec: spec.corsRequest,
    request: preflightRequest(undefined, 'PUT', undefined, '/options'),
    decision: decision('non-cors', 'no-origin'),
    expected: ran(undefined, { body: 'options' }),
  },
  {
    id: 'kinds/options-denied-without-request-method',
    title: 'OPTIONS of a denied origin reaches the application when it is no preflight',
    spec: spec.preflightRequest,
    request: actualRequest(stranger, '/options', 'OPTIONS'),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined, { body: 'options' }),
  },
  {
    id: 'kinds/preflight',
    title:
      'OPTIONS with Origin and Access-Control-Request-Method is a preflight, also where OPTIONS has a handler',
    spec: spec.preflightRequest,
    request: preflightRequest(app, 'PUT', undefined, '/options'),
    decision: decision('preflight', 'origin-exact'),
    expected: allowed({ ...own, methods: 'GET, HEAD, POST, PUT' }),
  },
  {
    id: 'kinds/empty-request-method',
    title: 'an empty Access-Control-Request-Method is present: a preflight',
    spec: spec.preflightRequest,
    request: preflightRequest(app, '', undefined, '/options'),
    decision: decision('preflight', 'origin-exact'),
    expected: allowed({ ...own, methods: 'GET, HEAD, POST, PUT' }),
  },
  {
    id: 'kinds/empty-origin',
    title: 'an empty Origin is present, and denied',
    spec: spec.corsRequest,
    request: actualRequest(''),
    decision: decision('actual', 'origin-malformed'),
    expected: ran(undefined),
  },
  {
    id: 'kinds/empty-origin-preflight',
    title: 'an empty Origin does not hide a preflight',
    spec: spec.corsRequest,
    request: preflightRequest('', 'PUT', undefined, '/options'),
    decision: decision('preflight', 'origin-malformed'),
    expected: refused,
  },
  {
    id: 'kinds/get-with-request-method',
    title: 'GET is no preflight, whatever headers it has',
    spec: spec.preflightRequest,
    request: { ...preflightRequest(app, 'PUT', 'x-a'), method: 'GET' },
    decision: decision('actual', 'origin-exact'),
    expected: ran(own, { body: 'ok' }),
  },
  {
    id: 'kinds/denied-post',
    title:
      'a denied origin gets no header, and its request is not rejected: same-origin POST has Origin, too',
    spec: spec.corsRequest,
    request: actualRequest(stranger, '/ok', 'POST'),
    decision: decision('actual', 'origin-not-listed'),
    expected: ran(undefined, { body: 'ok' }),
  },
  {
    id: 'kinds/preflight-with-body',
    title: 'a preflight with a body is answered like any other',
    spec: spec.preflightRequest,
    request: {
      ...preflightRequest(app, 'PUT'),
      headers: [...preflightRequest(app, 'PUT').headers, ['Content-Type', 'text/plain']],
      body: 'x',
    },
    decision: decision('preflight', 'origin-exact'),
    expected: allowed({ ...own, methods: 'GET, HEAD, POST, PUT' }),
  },
])

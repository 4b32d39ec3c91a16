import type { CorsConfig, CorsRule } from '@cors/core'
import type { CaseRequest, PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { allowed, app, casesOf, decision, preflightRequest, refused, stranger } from './build.js'

const lists: CorsConfig = {
  origins: [app],
  methods: ['PUT', 'REPORT'],
  allowedHeaders: ['X-B', 'Content-Type', 'X-A', 'x-b'],
  maxAge: 600,
}

const answer = allowed({
  origin: app,
  methods: 'GET, HEAD, POST, PUT, REPORT',
  headers: 'x-b, content-type, x-a',
  maxAge: '600',
})

/** Whatever is asked, the answer is the same constant: nothing of the request comes back. */
const questions: readonly (readonly [id: string, title: string, request: CaseRequest])[] = [
  ['listed', 'a listed method and header', preflightRequest(app, 'PUT', 'content-type')],
  ['safelisted', 'a safelisted method', preflightRequest(app, 'GET', 'content-type')],
  ['method-only', 'a method alone', preflightRequest(app, 'REPORT')],
  ['unlisted-method', 'a method that is not listed', preflightRequest(app, 'PURGE')],
  ['lower-case-method', 'a lower-case method', preflightRequest(app, 'put')],
  ['forbidden-method', 'a forbidden method', preflightRequest(app, 'TRACE')],
  ['malformed-method', 'a method that is no token', preflightRequest(app, 'PUT, DELETE')],
  ['unlisted-header', 'a header that is not listed', preflightRequest(app, 'PUT', 'x-evil')],
  ['malformed-headers', 'header names that are no tokens', preflightRequest(app, 'PUT', 'x a;b, "c"')],
  ['empty-headers', 'an empty list of names', preflightRequest(app, 'PUT', '')],
  ['repeated-headers', 'two lists of names', preflightRequest(app, 'PUT', ['x-a', 'x-evil'])],
  ['many-headers', '1,000 names', preflightRequest(app, 'PUT', 'x-a,'.repeat(1_000))],
  [
    'repeated-method',
    'two methods',
    {
      ...preflightRequest(app, 'PUT'),
      headers: [...preflightRequest(app, 'PUT').headers, ['Access-Control-Request-Method', 'DELETE']],
    },
  ],
]

/** The lists and the age, one by one: what is configured, and what is then sent. */
const configured: readonly (readonly [
  id: string,
  title: string,
  options: Partial<CorsRule>,
  sent: { methods?: string; headers?: string; maxAge?: string },
])[] = [
  ['nothing', 'nothing configured: no list and no age', {}, {}],
  ['max-age-0', 'maxAge 0 is sent: it switches the cache off', { maxAge: 0 }, { maxAge: '0' }],
  ['max-age-1', 'maxAge 1', { maxAge: 1 }, { maxAge: '1' }],
  ['max-age-day', 'maxAge of a day', { maxAge: 86_400 }, { maxAge: '86400' }],
  [
    'safelisted-method',
    'a safelisted method may be listed, and stands once',
    { methods: ['POST', 'PUT'] },
    { methods: 'GET, HEAD, POST, PUT' },
  ],
  [
    'options-method',
    'OPTIONS is a method like another',
    { methods: ['OPTIONS'] },
    { methods: 'GET, HEAD, POST, OPTIONS' },
  ],
  [
    'repeated-method-listed',
    'a method that is listed twice stands once',
    { methods: ['PUT', 'DELETE', 'PUT'] },
    { methods: 'GET, HEAD, POST, PUT, DELETE' },
  ],
  [
    'safelisted-header',
    'a safelisted header may be listed: a long value needs permission',
    { allowedHeaders: ['Accept'] },
    { headers: 'accept' },
  ],
  ['any-method', 'any method without credentials is *', { methods: '*' }, { methods: '*' }],
  ['any-header', 'any header without credentials is *', { allowedHeaders: '*' }, { headers: '*' }],
]

const paths: readonly (readonly [id: string, title: string, path: string])[] = [
  ['unknown-path', 'a path that no route has', '/missing'],
  ['query', 'a path with a query', '/ok?a=b'],
  ['own-options', "a path with the application's own OPTIONS handler", '/options'],
  ['guarded', 'a path behind a guard', '/unauthorized'],
  ['validated', 'a path behind validation', '/bad-request'],
  ['throwing', 'a path whose handler throws', '/throw'],
]

export const preflights: readonly PolicyCase[] = [
  ...casesOf(lists, [
    ...questions.map(([id, title, request]) => ({
      id: `preflight/${id}`,
      title: `${title}: the answer is the configured lists`,
      spec: spec.constantLists,
      request,
      decision: decision('preflight', 'origin-exact'),
      expected: answer,
    })),
    ...paths.map(([id, title, path]) => ({
      id: `preflight/${id}`,
      title: `${title} has its preflight answered, and no handler runs`,
      spec: spec.everyResponse,
      request: preflightRequest(app, 'PUT', 'x-a', path),
      decision: decision('preflight', 'origin-exact'),
      expected: answer,
    })),
    {
      id: 'preflight/denied-unknown-path',
      title: 'a denied origin gets 403, also for a path that no route has',
      spec: spec.everyResponse,
      request: preflightRequest(stranger, 'PUT', 'x-a', '/missing'),
      decision: decision('preflight', 'origin-not-listed'),
      expected: refused,
    },
    {
      id: 'preflight/denied-own-options',
      title: 'a denied origin gets 403, not the OPTIONS handler',
      spec: spec.everyResponse,
      request: preflightRequest(stranger, 'PUT', 'x-a', '/options'),
      decision: decision('preflight', 'origin-not-listed'),
      expected: refused,
    },
  ]),
  ...configured.flatMap(([id, title, options, sent]) =>
    casesOf({ origins: [app], ...options }, [
      {
        id: `preflight/${id}`,
        title,
        spec: spec.headerSyntax,
        request: preflightRequest(app, 'DELETE', 'x-evil'),
        decision: decision('preflight', 'origin-exact'),
        expected: allowed({ origin: app, ...sent }),
      },
    ]),
  ),
]

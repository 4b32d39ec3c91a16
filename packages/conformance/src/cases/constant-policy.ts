import type { CorsConfig } from '@cors/core'
import type { PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { actualRequest, allowed, app, casesOf, decision, preflightRequest, ran } from './build.js'

const everybody = { origin: '*' }
const constant = { vary: [] }
const any = decision('actual', 'origin-any')

const bare: CorsConfig = { origins: '*' }
const full: CorsConfig = {
  origins: ['*'],
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['Content-Type', 'X-Trace'],
  exposedHeaders: ['ETag', 'X-Request-Id'],
  maxAge: 600,
}
const wildcards: CorsConfig = { origins: '*', methods: '*', allowedHeaders: ['*'], exposedHeaders: '*' }
const authorization: CorsConfig = { origins: '*', allowedHeaders: ['*', 'Authorization'] }

/** Every `Origin` value there can be gets the same constant, so no cache has to tell them apart. */
const origins: readonly (readonly [id: string, title: string, headers: readonly string[]])[] = [
  ['listed', 'a usual origin', [app]],
  ['opaque', 'the opaque origin', ['null']],
  ['empty', 'an empty Origin', ['']],
  ['malformed', 'an Origin that is no origin', ['not an origin']],
  ['list', 'two origins in one field line', [`${app}, https://b.example`]],
  ['duplicated', 'two field lines', [app, app]],
  ['over-long', 'an Origin of 4,000 labels', [`https://${'a.'.repeat(4_000)}example`]],
]

export const constantPolicy: readonly PolicyCase[] = [
  ...casesOf(bare, [
    {
      id: 'constant/no-origin',
      title: 'a response without Origin carries the constant, too: a cache may keep one copy',
      spec: spec.httpCaches,
      request: actualRequest(undefined),
      decision: { kind: 'non-cors', allowed: true, reason: 'no-origin' },
      expected: ran(everybody, constant),
    },
    ...origins.map(
      ([id, title, values]) =>
        ({
          id: `constant/actual-${id}`,
          title: `${title} gets the constant`,
          spec: spec.httpCaches,
          request: { method: 'GET', path: '/ok', headers: values.map((value) => ['Origin', value] as const) },
          decision: any,
          expected: ran(everybody, constant),
        }) as const,
    ),
    {
      id: 'constant/preflight',
      title: 'empty lists are not sent',
      spec: spec.headerSyntax,
      request: preflightRequest(app, 'PUT', 'x-a'),
      decision: decision('preflight', 'origin-any'),
      expected: allowed(everybody),
    },
    {
      id: 'constant/preflight-opaque',
      title: 'a preflight of the opaque origin is allowed',
      spec: spec.opaqueOrigin,
      request: preflightRequest('null', 'GET'),
      decision: decision('preflight', 'origin-any'),
      expected: allowed(everybody),
    },
  ]),
  ...casesOf(full, [
    {
      id: 'constant/expose',
      title: 'exposed names are listed in lower case, on the actual response only',
      spec: spec.httpResponses,
      request: actualRequest(app),
      decision: any,
      expected: ran({ ...everybody, expose: 'etag, x-request-id' }, constant),
    },
    {
      id: 'constant/expose-no-origin',
      title: 'exposed names are listed without Origin, too',
      spec: spec.httpCaches,
      request: actualRequest(undefined),
      decision: { kind: 'non-cors', allowed: true, reason: 'no-origin' },
      expected: ran({ ...everybody, expose: 'etag, x-request-id' }, constant),
    },
    {
      id: 'constant/preflight-lists',
      title: 'a preflight gets the lists and the age, and no exposed names',
      spec: spec.httpResponses,
      request: preflightRequest(app, 'PUT', 'content-type'),
      decision: decision('preflight', 'origin-any'),
      expected: allowed({
        ...everybody,
        methods: 'GET, HEAD, POST, PUT, DELETE',
        headers: 'content-type, x-trace',
        maxAge: '600',
      }),
    },
  ]),
  ...casesOf(wildcards, [
    {
      id: 'constant/expose-any',
      title: 'any exposed name is *',
      spec: spec.headerSyntax,
      request: actualRequest(app),
      decision: any,
      expected: ran({ ...everybody, expose: '*' }, constant),
    },
    {
      id: 'constant/preflight-any',
      title: 'any method and any header are *, not an echo, without credentials',
      spec: spec.headerSyntax,
      request: preflightRequest(app, 'PURGE', 'x-evil'),
      decision: decision('preflight', 'origin-any'),
      expected: allowed({ ...everybody, methods: '*', headers: '*' }),
    },
  ]),
  ...casesOf(authorization, [
    {
      id: 'constant/preflight-any-and-authorization',
      title: 'Authorization stands beside the wildcard that does not cover it',
      spec: spec.nonWildcard,
      request: preflightRequest(app, 'GET', 'authorization'),
      decision: decision('preflight', 'origin-any'),
      expected: allowed({ ...everybody, headers: '*, authorization' }),
    },
  ]),
]

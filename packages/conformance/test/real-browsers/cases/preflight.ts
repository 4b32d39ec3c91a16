import type { CredentialsMode } from '../../../src/index.js'
import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  type ExchangeCase,
  open,
  pageOrigin,
  type ScriptRequest,
  type ServerAnswer,
  type Written,
} from '../exchange-case.js'

const modes: readonly CredentialsMode[] = ['omit', 'include']
const okay = answer(200, ...open)

const asked = (id: string, request: ScriptRequest, preflight: ServerAnswer, actual = okay): ExchangeCase => ({
  id,
  requests: [request],
  answers: { 'preflight a': preflight, 'request a': actual },
})

const methods: readonly Written[] = [
  ['absent'],
  ['empty', allowMethods('')],
  ['own', allowMethods('PUT')],
  ['lower-case', allowMethods('put')],
  ['any', allowMethods('*')],
  ['any-and-own', allowMethods('*, PUT')],
  ['others', allowMethods('GET, POST, DELETE')],
  ['in-list', allowMethods('GET, PUT')],
  ['no-spaces', allowMethods('GET,PUT,DELETE')],
  ['tabs', allowMethods('GET\t,\tPUT')],
  ['two-lines', allowMethods('GET'), allowMethods('PUT')],
  ['empty-elements', allowMethods(', ,PUT,,')],
  ['spaces-instead-of-commas', allowMethods('GET PUT')],
  ['semicolons', allowMethods('GET; PUT')],
  ['quoted', allowMethods('"PUT"')],
  ['bad-token-after', allowMethods('PUT, @')],
  ['bad-token-before', allowMethods('P@T, PUT')],
  ['bad-token-on-another-line', allowMethods('PUT'), allowMethods('a b')],
  ['odd-name', ['ACCESS-CONTROL-ALLOW-METHODS', 'PUT']],
]

const headers: readonly Written[] = [
  ['absent'],
  ['empty', allowHeaders('')],
  ['own', allowHeaders('x-a')],
  ['capital', allowHeaders('X-A')],
  ['any', allowHeaders('*')],
  ['any-and-own', allowHeaders('*, x-a')],
  ['another', allowHeaders('x-b')],
  ['prefix', allowHeaders('x-')],
  ['in-list', allowHeaders('x-b, x-a')],
  ['no-spaces', allowHeaders('x-b,x-a')],
  ['two-lines', allowHeaders('x-b'), allowHeaders('x-a')],
  ['empty-elements', allowHeaders(',,x-a, ,')],
  ['spaces-instead-of-commas', allowHeaders('x-b x-a')],
  ['quoted', allowHeaders('"x-a"')],
  ['semicolon', allowHeaders('x-a;')],
  ['bad-token-after', allowHeaders('x-a, @')],
  ['bad-token-before', allowHeaders('(), x-a')],
  ['odd-name', ['access-control-ALLOW-headers', 'x-a']],
]

const others: readonly ExchangeCase[] = [
  asked('patch-in-lower-case', { method: 'patch' }, answer(204, ...open, allowMethods('PATCH'))),
  asked('patch-in-both', { method: 'patch' }, answer(204, ...open, allowMethods('patch'))),
  asked('patch-in-upper-case', { method: 'PATCH' }, answer(204, ...open, allowMethods('patch'))),
  asked('put-in-lower-case', { method: 'put' }, answer(204, ...open, allowMethods('PUT'))),
  asked('custom-method', { method: 'FOO' }, answer(204, ...open, allowMethods('FOO'))),
  asked('custom-method-in-lower-case', { method: 'foo' }, answer(204, ...open, allowMethods('FOO'))),
  asked('options', { method: 'OPTIONS' }, answer(204, ...open, allowMethods('OPTIONS'))),
  asked(
    'safelisted-method-bad-list',
    { headers: [['X-A', '1']] },
    answer(204, ...open, allowMethods('@'), allowHeaders('x-a')),
  ),
  asked(
    'unasked-header-list-bad',
    { method: 'PUT' },
    answer(204, ...open, allowMethods('PUT'), allowHeaders('a b')),
  ),
  asked(
    'two-headers-one-allowed',
    {
      headers: [
        ['X-A', '1'],
        ['X-B', '2'],
      ],
    },
    answer(204, ...open, allowHeaders('x-a')),
  ),
  asked(
    'two-headers',
    {
      headers: [
        ['X-B', '1'],
        ['X-A', '2'],
      ],
    },
    answer(204, ...open, allowHeaders('x-a, x-b')),
  ),
  asked(
    'authorization-named',
    { headers: [['Authorization', 'a']] },
    answer(204, ...open, allowHeaders('authorization')),
  ),
  asked(
    'authorization-under-any',
    { headers: [['Authorization', 'a']] },
    answer(204, ...open, allowHeaders('*')),
  ),
  asked(
    'authorization-beside-any',
    { headers: [['Authorization', 'a']] },
    answer(204, ...open, allowHeaders('*, authorization')),
  ),
  asked(
    'authorization-under-any-include',
    { headers: [['Authorization', 'a']], credentials: 'include' },
    answer(204, ...open, allowHeaders('*')),
  ),
  asked(
    'json',
    { method: 'POST', body: '{}', headers: [['Content-Type', 'application/json']] },
    answer(204, ...open, allowHeaders('content-type')),
  ),
  asked(
    'json-not-allowed',
    { method: 'POST', body: '{}', headers: [['Content-Type', 'application/json']] },
    answer(204, ...open),
  ),
  asked('actual-denied', { method: 'PUT' }, answer(204, ...open, allowMethods('PUT')), answer(200)),
  asked(
    'actual-any-include',
    { method: 'PUT', credentials: 'include' },
    answer(204, ...open, allowMethods('PUT')),
    answer(200, allowOrigin('*')),
  ),
  asked('upload-listener', { method: 'POST', body: 'x', uploadListener: true }, answer(204, ...open)),
  asked('upload-listener-denied', { method: 'POST', body: 'x', uploadListener: true }, answer(204)),
]

const checks: readonly Written[] = [
  ['absent'],
  ['any', allowOrigin('*')],
  ['any-with-credentials', allowOrigin('*'), allowCredentials()],
  ['own', allowOrigin(pageOrigin)],
  ['own-with-credentials', ...open],
  ['another', allowOrigin('http://evil.example'), allowCredentials()],
  ['two-lines', allowOrigin(pageOrigin), ...open],
]

export const preflightCases: readonly ExchangeCase[] = [
  ...modes.flatMap((credentials) => [
    ...methods.map(([name, ...lines]) =>
      asked(`methods-${name}-${credentials}`, { method: 'PUT', credentials }, answer(204, ...open, ...lines)),
    ),
    ...headers.map(([name, ...lines]) =>
      asked(
        `headers-${name}-${credentials}`,
        { headers: [['X-A', '1']], credentials },
        answer(204, ...open, ...lines),
      ),
    ),
    ...checks.map(([name, ...lines]) =>
      asked(
        `preflight-origin-${name}-${credentials}`,
        { method: 'PUT', credentials },
        answer(204, ...lines, allowMethods('PUT')),
      ),
    ),
  ]),
  ...[200, 201, 202, 203, 205, 206, 226, 299, 300, 304, 400, 401, 403, 404, 405, 500, 501, 503].map(
    (status) =>
      asked(`preflight-status-${status}`, { method: 'PUT' }, answer(status, ...open, allowMethods('PUT'))),
  ),
  ...[301, 302, 307, 308].map((status) =>
    asked(
      `preflight-redirect-${status}`,
      { method: 'PUT' },
      answer(status, ...open, allowMethods('PUT'), ['Location', '{api}/b']),
    ),
  ),
  ...others,
]

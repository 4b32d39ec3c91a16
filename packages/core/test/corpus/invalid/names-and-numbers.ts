import { type InvalidCase, invalid, named, option } from '../case.js'

const slip = named('methods', 'method-not-normalized')
const noMethod = named('methods', 'method-invalid')
const forbiddenMethod = named('methods', 'method-forbidden')
const noHeader = named('allowedHeaders', 'header-invalid')
const forbidden = named('allowedHeaders', 'header-forbidden')
const misplaced = named('allowedHeaders', 'header-misplaced')
const noExposed = named('exposedHeaders', 'header-invalid')
const age = option('maxAge', 'max-age-invalid')
const timeout = option('lookupTimeout', 'lookup-timeout-invalid')
const numbered = (count: number, letter: string): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`)

/** Methods, header names and numbers that browsers ignore, forbid, or understand otherwise. */
export const NAMES_AND_NUMBERS: readonly InvalidCase[] = [
  slip('axios-26', 'patch', 'PATCH'),
  slip('fetch-254', 'Patch', 'PATCH'),
  slip('masto-762', 'put', 'PUT'),
  slip('masto-762', 'Delete', 'DELETE'),
  slip('whatwg-50', 'get', 'GET'),
  slip('whatwg-50', 'options', 'OPTIONS'),
  slip('cors-261', 'post', 'POST'),
  slip('whatwg-50', 'Head', 'HEAD'),
  slip('whatwg-50', 'query', 'QUERY'),
  slip('whatwg-50', 'propfind', 'PROPFIND'),
  noMethod('cors-261', 'GET,POST', '"GET", "POST"'),
  noMethod('cors-261', 'GET POST'),
  noMethod('cors-261', ''),
  noMethod('cors-261', ' PUT', 'PUT'),
  noMethod('cors-261', 'PUT\r\n', 'PUT'),
  noMethod('mdn-methods', '(any)'),
  noMethod('mdn-methods', undefined),
  noMethod('mdn-methods', 7),
  noMethod('mdn-methods', ['PUT']),
  forbiddenMethod('whatwg-50', 'CONNECT'),
  forbiddenMethod('whatwg-50', 'TRACE'),
  forbiddenMethod('whatwg-50', 'track'),
  invalid('mdn-methods', { origins: '*', methods: ['*', 'PUT'] }, ['wildcard-not-alone', ['methods', 0]]),
  noHeader('cors-89', 'Content-Type, Authorization', '"Content-Type", "Authorization"'),
  noHeader('cors-89', 'Content-Type:'),
  noHeader('cors-89', 'X Api Key'),
  noHeader('cors-89', ''),
  noHeader('cors-89', 'X-Ключ'),
  noHeader('cors-89', null),
  noHeader('cors-89', 'X-A\r\nSet-Cookie: a=b'),
  ...[
    'Accept-Charset',
    'Accept-Encoding',
    'Connection',
    'Content-Length',
    'Cookie',
    'Date',
    'DNT',
    'Expect',
  ].map((name) => forbidden('mdn-forbidden', name)),
  ...[
    'Host',
    'Keep-Alive',
    'Origin',
    'Referer',
    'Set-Cookie',
    'TE',
    'Trailer',
    'Transfer-Encoding',
    'Upgrade',
  ].map((name) => forbidden('mdn-forbidden', name)),
  ...['Via', 'Proxy-Authorization', 'Sec-Fetch-Mode', 'Access-Control-Request-Method', 'cookie'].map((name) =>
    forbidden('mdn-forbidden', name),
  ),
  misplaced('cors-89', 'Access-Control-Allow-Origin'),
  misplaced('cors-89', 'access-control-allow-headers'),
  misplaced('cors-89', 'Access-Control-Max-Age'),
  invalid('tower-526', { origins: '*', allowedHeaders: ['*', 'X-A'] }, [
    'wildcard-not-alone',
    ['allowedHeaders', 0],
  ]),
  invalid('llama-swap-81', { origins: '*', allowedHeaders: ['Authorization', 'X-A', '*'] }, [
    'wildcard-not-alone',
    ['allowedHeaders', 2],
  ]),
  noExposed('whatwg-1671', 'ETag, Link', '"ETag", "Link"'),
  noExposed('whatwg-1671', 'ETag;', 'ETag'),
  named('exposedHeaders', 'header-forbidden')('mdn-forbidden', 'Set-Cookie'),
  named('exposedHeaders', 'header-forbidden')('mdn-forbidden', 'set-cookie2'),
  named('exposedHeaders', 'header-misplaced')('mdn-27263', 'Origin'),
  named('exposedHeaders', 'header-misplaced')('mdn-27263', 'Access-Control-Request-Headers'),
  ...(['*', ['*']] as const).map((exposedHeaders) =>
    invalid('whatwg-1671', { origins: ['https://app.example'], credentials: true, exposedHeaders }, [
      'exposed-any-with-credentials',
      ['exposedHeaders'],
    ]),
  ),
  invalid(
    'whatwg-1671',
    { origins: ['https://app.example'], credentials: true, exposedHeaders: ['*', 'Authorization'] },
    ['wildcard-not-alone', ['exposedHeaders', 0]],
    ['exposed-any-with-credentials', ['exposedHeaders']],
  ),
  age('cors-89', 60 * 60 * 24 * 10),
  age('mdn-max-age', 86_401),
  age('mdn-max-age', 600_000),
  age('mdn-max-age', -1),
  age('mdn-max-age', 0.5),
  age('mdn-max-age', Number.POSITIVE_INFINITY),
  age('mdn-max-age', '10m'),
  age('mdn-max-age', true),
  age('fastify-cors', null, 'remove it'),
  timeout('fearless-cors', 0),
  timeout('fearless-cors', 60_001),
  timeout('fearless-cors', Number.POSITIVE_INFINITY),
  option('methods', 'list-too-long')('fearless-cors', numbered(257, 'M')),
  option('allowedHeaders', 'list-too-long')('fearless-cors', numbered(257, 'x')),
  option('exposedHeaders', 'list-too-long')('fearless-cors', ['a'.repeat(4_096), 'b'.repeat(4_096)]),
]

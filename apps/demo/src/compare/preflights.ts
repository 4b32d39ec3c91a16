import type { CaseRequest } from '@cors/conformance'
import type { HeaderField } from '../results/exchange.js'

const asks = (path: string, method: string, ...names: readonly string[]): CaseRequest => ({
  method: 'OPTIONS',
  path,
  headers: [
    ['Access-Control-Request-Method', method],
    ...names.map((value): HeaderField => ['Access-Control-Request-Headers', value]),
  ],
})

/** Every path that follows the shop's policy: each kind of answer, a guard, and one that does not exist. */
const paths = [
  '/products',
  '/products/1',
  '/catalogue',
  '/me',
  '/login',
  '/failure',
  '/export',
  '/events',
  '/missing',
]

/** For every origin. */
export const preflights: readonly CaseRequest[] = [
  ...paths.map((path) => asks(path, 'PUT', 'content-type')),
  // For these methods alone: whoever chooses a policy by path has one for all methods, and whoever sees routes
  // has the shop's for those that have none.
  asks('/public/prices', 'GET', 'x-anything'),
  asks('/internal/stock', 'GET', 'x-anything'),
]

/** For a few origins. */
export const otherPreflights: readonly CaseRequest[] = [
  ...['GET', 'HEAD', 'POST', 'DELETE', 'PATCH'].flatMap((method) => paths.map((path) => asks(path, method))),
  ...['put', 'Delete', 'OPTIONS', 'TRACE', 'CONNECT', 'COPY', '', '*', 'PUT, DELETE', 'P UT', '\xff'].map(
    (method) => asks('/products/1', method),
  ),
  asks('/products/1', 'PUT', ''),
  asks('/products/1', 'PUT', '*'),
  asks('/products/1', 'PUT', 'content-type', 'if-none-match'),
  asks('/products/1', 'PUT', 'CONTENT-TYPE ,,\tx-debug'),
  asks('/products/1', 'PUT', 'authorization'),
  asks('/products/1', 'PUT', 'no token'),
  asks('/products/1', 'PUT', 'x'.repeat(5_000)),
  asks('/public/prices', 'HEAD'),
]

import type { CorsDecision, CorsPolicy, CorsRequest } from '@cors/core'
import { decide } from './decide.js'

/** What a server may get wrong. Each is a mistake that adapters, or those who write CORS by hand, have made. */
export interface Mistake {
  readonly name: string
  /** In place of the decision. */
  readonly decide?: (policy: CorsPolicy, request: CorsRequest) => CorsDecision
  /** In place of the decision's headers and `Vary`. */
  readonly headers?: (
    headers: CorsDecision['headers'],
    request: CorsRequest,
    status: number,
  ) => CorsDecision['headers']
  /** Opens a WebSocket for everybody. */
  readonly trustsEverybody?: true
  /** The handler runs for preflights, too. */
  readonly runsForPreflights?: true
  /** A preflight that is allowed gets a redirect. */
  readonly preflightStatus?: number
}

const without =
  (name: string): NonNullable<Mistake['headers']> =>
  (headers) =>
    headers.filter((header) => header[0] !== name)

const setTo =
  (name: string, value: (old: string, request: CorsRequest) => string): NonNullable<Mistake['headers']> =>
  (headers, request) =>
    headers.map((header) => (header[0] === name ? [name, value(header[1], request)] : header))

const allowOrigin = 'access-control-allow-origin'

export const mistakes: readonly Mistake[] = [
  {
    name: 'names every origin that asks',
    headers: (headers, { origin }) =>
      origin === undefined || headers.some(([name]) => name === allowOrigin)
        ? headers
        : [...headers, [allowOrigin, origin]],
  },
  {
    name: 'lets an origin be continued on the left',
    decide: (policy, request) =>
      decide(policy, { ...request, origin: request.origin?.replace('//evilshop', '//shop') }),
    headers: setTo(allowOrigin, (old, { origin }) => (old === '*' ? old : (origin ?? old))),
  },
  {
    name: 'ignores the port',
    decide: (policy, request) =>
      decide(policy, { ...request, origin: request.origin?.replace(/:8443$/, '') }),
    headers: setTo(allowOrigin, (old, { origin }) => (old === '*' ? old : (origin ?? old))),
  },
  {
    name: 'takes null for anybody',
    headers: (headers, { origin }) =>
      origin === 'null' && !headers.some(([name]) => name === allowOrigin)
        ? [...headers, [allowOrigin, 'null']]
        : headers,
  },
  { name: 'forgets the credentials', headers: without('access-control-allow-credentials') },
  {
    name: 'always allows credentials',
    headers: (headers, { origin }) => [
      ...without('access-control-allow-credentials')(headers, { origin } as CorsRequest, 200).map(
        (header): readonly [string, string] =>
          header[0] === allowOrigin && origin !== undefined ? [allowOrigin, origin] : header,
      ),
      ['access-control-allow-credentials', 'true'],
    ],
  },
  { name: 'forgets what is exposed', headers: without('access-control-expose-headers') },
  {
    name: 'exposes one header more',
    headers: setTo('access-control-expose-headers', (old) => `${old}, x-answered`),
  },
  { name: 'forgets the methods', headers: without('access-control-allow-methods') },
  {
    name: 'writes methods in lower case',
    headers: setTo('access-control-allow-methods', (old) => old.toLowerCase()),
  },
  { name: 'forgets the request headers', headers: without('access-control-allow-headers') },
  {
    name: 'allows whatever header is asked for',
    headers: (headers, { accessControlRequestHeaders }) =>
      accessControlRequestHeaders === undefined
        ? headers
        : [
            ...headers.filter(([name]) => name !== 'access-control-allow-headers'),
            ['access-control-allow-headers', accessControlRequestHeaders],
          ],
  },
  { name: 'forgets errors', headers: (headers, _request, status) => (status >= 400 ? [] : headers) },
  {
    name: 'forgets redirects',
    headers: (headers, _request, status) => (status >= 301 && status <= 308 ? [] : headers),
  },
  {
    name: 'writes the origin twice',
    headers: (headers) =>
      headers.flatMap((header) => (header[0] === allowOrigin ? [header, header] : [header])),
  },
  { name: 'runs the handler for a preflight', runsForPreflights: true },
  { name: 'redirects a preflight', preflightStatus: 308 },
  { name: 'trusts every WebSocket', trustsEverybody: true },
]

/** Only the preflight cache finds it. */
export const namesWhatIsAsked: Mistake = {
  name: 'names only the method and the headers that are asked for',
  headers: (headers, { accessControlRequestMethod, accessControlRequestHeaders }) => {
    const asked: Readonly<Record<string, string | undefined>> = {
      'access-control-allow-methods': accessControlRequestMethod,
      'access-control-allow-headers': accessControlRequestHeaders,
    }
    return headers.map(([name, value]) => [name, name in asked ? (asked[name] ?? '') : value])
  },
}

/** Only the browser's HTTP cache finds it. */
export const forgetsVary: Mistake = { name: 'forgets Vary' }

export const noMistake: Mistake = { name: 'makes no mistake' }

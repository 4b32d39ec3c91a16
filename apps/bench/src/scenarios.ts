import type { RequestShape } from './exchange.js'

/** The one origin that the policies of the first scenarios list. */
export const ORIGIN = 'https://app.example.com'

export interface Scenario {
  readonly id: string
  readonly title: string
  readonly request: RequestShape
}

/** What a browser sends besides: no contender reads it, all of them have it parsed. */
const BROWSER = [
  ['Host', 'api.example.com'],
  ['Connection', 'keep-alive'],
  [
    'User-Agent',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
  ],
  ['Accept', '*/*'],
  ['Accept-Encoding', 'gzip, deflate, br, zstd'],
  ['Accept-Language', 'en-US,en;q=0.9'],
].flat()

const request = (method: string, ...headers: readonly string[]): RequestShape => ({
  method,
  url: '/',
  headers: [...BROWSER, ...headers],
})

export const SCENARIOS: readonly Scenario[] = [
  { id: 'a', title: 'non-CORS GET', request: request('GET') },
  { id: 'b', title: 'allowed GET', request: request('GET', 'Origin', ORIGIN) },
  {
    id: 'd',
    title: 'preflight',
    request: request(
      'OPTIONS',
      ...['Origin', ORIGIN],
      ...['Access-Control-Request-Method', 'PUT'],
      ...['Access-Control-Request-Headers', 'authorization,content-type,x-request-id'],
    ),
  },
]

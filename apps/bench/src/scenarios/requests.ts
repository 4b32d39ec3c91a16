import type { RequestShape } from './scenario.js'

/** The one origin that the policies of the first scenarios list. */
export const ORIGIN = 'https://app.example.com'
export const METHODS: readonly string[] = ['PUT', 'DELETE']
export const HEADERS: readonly string[] = ['authorization', 'content-type', 'x-request-id']
export const MAX_AGE = 600

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

export const plainGet = (): RequestShape => request('GET')

export const getFrom = (origin: string): RequestShape => request('GET', 'Origin', origin)

export const preflightFrom = (origin: string, requestHeaders: string): RequestShape =>
  request(
    'OPTIONS',
    ...['Origin', origin],
    ...['Access-Control-Request-Method', 'PUT'],
    ...['Access-Control-Request-Headers', requestHeaders],
  )

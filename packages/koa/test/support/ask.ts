import { type CaseRequest, type RawResponse, sendHttp2Request, sendRequest } from '@cors/conformance'

export const protocols = ['HTTP/1.1', 'HTTP/2'] as const
export type Protocol = (typeof protocols)[number]

export interface Asked {
  readonly origin?: string
  /** Makes it a preflight about this method. */
  readonly preflight?: string
  readonly method?: string
  readonly path?: string
}

const requestOf = ({ origin, preflight, method = 'GET', path = '/' }: Asked): CaseRequest => ({
  method: preflight === undefined ? method : 'OPTIONS',
  path,
  headers: [
    ...(origin === undefined ? [] : [['Origin', origin] as const]),
    ...(preflight === undefined ? [] : [['Access-Control-Request-Method', preflight] as const]),
  ],
})

export const ask = (url: string, asked: Asked = {}, protocol: Protocol = 'HTTP/1.1'): Promise<RawResponse> =>
  (protocol === 'HTTP/1.1' ? sendRequest : sendHttp2Request)(url, requestOf(asked))

/** Every line that CORS and caches read, in alphabetical order. */
export const corsLines = ({ headers }: RawResponse): readonly string[] =>
  headers
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => line.startsWith('access-control-') || line.startsWith('vary: '))
    .sort()

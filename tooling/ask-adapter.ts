// By their files: no package is around this one, so it finds none by name.
import type { CaseRequest } from '../packages/conformance/src/case.js'
import type { RawResponse } from '../packages/conformance/src/runner/raw-response.js'
import { sendHttp2Request } from '../packages/conformance/src/runner/send-http2-request.js'
import { sendRequest } from '../packages/conformance/src/runner/send-request.js'

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

/** One request to a server that runs an adapter, byte for byte. */
export const ask = (url: string, asked: Asked = {}, protocol: Protocol = 'HTTP/1.1'): Promise<RawResponse> =>
  (protocol === 'HTTP/1.1' ? sendRequest : sendHttp2Request)(url, requestOf(asked))

/** Every line that CORS and caches read, in alphabetical order. */
export const corsLines = ({ headers }: RawResponse): readonly string[] =>
  headers
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => line.startsWith('access-control-') || line.startsWith('vary: '))
    .sort()

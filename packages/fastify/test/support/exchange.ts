import { request } from 'node:http'

export interface Exchange {
  readonly status: number
  /** Every `access-control-*` header. */
  readonly cors: Readonly<Record<string, string>>
  readonly vary: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** One request over a socket; `path` goes out as it stands. */
export const exchange = (
  url: string,
  path: string,
  headers: Readonly<Record<string, string | string[]>> = {},
  { method = 'GET', body = '' }: { readonly method?: string; readonly body?: string } = {},
): Promise<Exchange> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const outgoing = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => {
        const entries = Object.entries(response.headers)
        const cors = entries.filter(([name]) => name.startsWith('access-control-'))
        resolve({
          status: response.statusCode ?? 0,
          cors: Object.fromEntries(cors) as Record<string, string>,
          vary: response.headers.vary,
          headers: response.headers,
          body: text,
        })
      })
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

/** A preflight as a browser sends it. */
export const preflight = (
  url: string,
  path: string,
  origin: string,
  method: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Exchange> =>
  exchange(url, path, { origin, 'access-control-request-method': method, ...headers }, { method: 'OPTIONS' })

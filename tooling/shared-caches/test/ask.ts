import { request } from 'node:http'

/** What a browser, or a client without `Origin`, learns from one answer. */
export interface Answer {
  readonly status: number
  /** Each `access-control-*` header. */
  readonly cors: Readonly<Record<string, string>>
  readonly isHit: boolean
}

/** Node's fetch would not send `Origin`. */
export const ask = (
  url: string,
  origin: string | undefined,
  method = 'GET',
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = origin === undefined ? headers : { ...headers, origin }
    const asked = request(url, { method, headers: sent, agent: false }, (response) => {
      response.resume()
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          cors: Object.fromEntries(
            Object.entries(response.headers)
              .filter(([name]) => name.startsWith('access-control-'))
              .map(([name, value]) => [name, String(value)]),
          ),
          isHit: response.headers['x-cache'] === 'HIT',
        }),
      )
    })
    asked.once('error', reject)
    asked.end()
  })

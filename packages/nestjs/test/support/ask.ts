import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { type Address, sendRequest } from '@cors/conformance'

export interface Ask {
  readonly method?: string
  readonly origin?: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
  /** What `Host` says, if it is not where the server is. */
  readonly host?: string | undefined
}

export interface Answer {
  readonly status: number
  /** Every CORS response header as sent, each field line. */
  readonly cors: readonly string[]
  /** The members of `Vary`, in lower case and in order. */
  readonly vary: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One request, byte for byte, and what a browser or a cache would look at. */
export const ask = async (
  url: string,
  path: string,
  { method = 'GET', origin, headers = [], body, host }: Ask = {},
): Promise<Answer> => {
  const { hostname, port } = new URL(url)
  const address: Address = { hostname, port: Number(port) }
  const request = {
    method,
    path,
    headers: [...(origin === undefined ? [] : [['Origin', origin] as const]), ...headers],
    ...(body !== undefined && { body }),
  }
  const response = await sendRequest(host === undefined ? url : `http://${host}`, request, address)
  const fields = response.headers.map(([name, value]) => [name.toLowerCase(), value] as const)
  return {
    status: response.status,
    cors: fields.filter(([name]) => name.startsWith('access-control-')).map((field) => field.join(': ')),
    vary: fields
      .filter(([name]) => name === 'vary')
      .flatMap(([, value]) => value.split(','))
      .map((member) => member.trim().toLowerCase())
      .sort(),
    headers: Object.fromEntries(fields),
    body: response.body,
  }
}

/** The preflight that a browser sends before `method`. */
export const preflight = (
  url: string,
  path: string,
  origin: string,
  method: string,
  requestHeaders?: string,
): Promise<Answer> =>
  ask(url, path, {
    method: 'OPTIONS',
    origin,
    headers: [
      ['Access-Control-Request-Method', method],
      ...(requestHeaders === undefined ? [] : [['Access-Control-Request-Headers', requestHeaders] as const]),
    ],
  })

/**
 * Which of the origins may read, by the request itself; what its preflight says has to be the same.
 */
export const readers = async (
  url: string,
  path: string,
  origins: readonly string[],
  { method = 'GET', host }: Pick<Ask, 'method' | 'host'> = {},
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const origin of origins) {
    const actual = await ask(url, path, { method, origin, host })
    const before = await ask(url, path, {
      method: 'OPTIONS',
      origin,
      host,
      headers: [['Access-Control-Request-Method', method]],
    })
    const line = `access-control-allow-origin: ${origin}`
    const [reads, asked] = [actual.cors.includes(line), before.cors.includes(line)]
    if (reads !== asked) throw new Error(`${method} ${path} of ${origin}: ${reads}, its preflight: ${asked}`)
    if (reads) found.push(origin)
  }
  return found
}

/** The head of a response whose connection stays open. */
export const headOf = (url: string, path: string, origin: string): Promise<IncomingHttpHeaders> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(url + path, { headers: { origin } }, (response) => {
      resolve(response.headers)
      sent.destroy()
    })
    sent.on('error', reject).end()
  })

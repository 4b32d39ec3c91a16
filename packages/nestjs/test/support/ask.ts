import { sendRequest } from '@cors/conformance'

export interface Ask {
  readonly method?: string
  readonly origin?: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
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
  { method = 'GET', origin, headers = [], body }: Ask = {},
): Promise<Answer> => {
  const response = await sendRequest(url, {
    method,
    path,
    headers: [...(origin === undefined ? [] : [['Origin', origin] as const]), ...headers],
    ...(body !== undefined && { body }),
  })
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

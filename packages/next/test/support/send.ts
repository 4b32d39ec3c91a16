import { type RawResponse, sendRequest } from '@cors/conformance'

export const app = 'https://app.example.com'
export const stranger = 'https://stranger.example'

export interface Question {
  readonly path: string
  readonly method?: string
  readonly origin?: string
  /** `Access-Control-Request-Method`: together with an origin and OPTIONS it makes a preflight. */
  readonly asks?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  /** All `access-control-*` fields, in the order of their names; a field that came twice stands twice. */
  readonly cors: readonly (readonly [name: string, value: string])[]
  /** The members of `Vary` besides those that Next adds. */
  readonly vary: readonly string[]
  readonly body: string
  /** The names of all fields, in lower case. */
  readonly names: readonly string[]
  readonly field: (name: string) => string | undefined
  readonly fields: (name: string) => readonly string[]
}

const nextVary = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'accept-encoding',
]

export const send = async (url: string, question: Question): Promise<Answer> => {
  const { path, origin, asks, method = asks === undefined ? 'GET' : 'OPTIONS', headers = {}, body } = question
  const fields = Object.entries({
    ...(origin !== undefined && { Origin: origin }),
    ...(asks !== undefined && { 'Access-Control-Request-Method': asks }),
    ...headers,
  })
  return read(await sendRequest(url, { method, path, headers: fields, ...(body !== undefined && { body }) }))
}

const read = ({ status, headers, body }: RawResponse): Answer => {
  const lower = headers.map(([name, value]) => [name.toLowerCase(), value] as const)
  const fields = (name: string): readonly string[] =>
    lower.filter(([other]) => other === name).map(([, value]) => value)
  return {
    status,
    cors: lower.filter(([name]) => name.startsWith('access-control-')).sort(([a], [b]) => (a < b ? -1 : 1)),
    vary: fields('vary')
      .flatMap((line) => line.split(','))
      .map((member) => member.trim().toLowerCase())
      .filter((member) => !nextVary.includes(member)),
    body,
    names: [...new Set(lower.map(([name]) => name))],
    field: (name) => fields(name)[0],
    fields,
  }
}

/** What the policy `strict` of the applications says. */
export const granted = [
  ['access-control-allow-credentials', 'true'],
  ['access-control-allow-origin', app],
  ['access-control-expose-headers', 'etag'],
] as const

export const preflightGranted = [
  ['access-control-allow-credentials', 'true'],
  ['access-control-allow-headers', 'content-type'],
  ['access-control-allow-methods', 'GET, HEAD, POST, PUT'],
  ['access-control-allow-origin', app],
  ['access-control-max-age', '600'],
] as const

export const preflightVary = ['origin', 'access-control-request-method']

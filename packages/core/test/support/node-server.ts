import { once } from 'node:events'
import {
  createServer,
  request as http1Request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import { connect, createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo, Server } from 'node:net'
import { onTestFinished } from 'vitest'

/** Handlers see HTTP/2 through Node's compatibility API, which has the same methods. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void

export const protocols = ['HTTP/1.1', 'HTTP/2'] as const
export type Protocol = (typeof protocols)[number]

/** The address of a server that ends with the test. */
export const serve = async (listener: Listener, protocol: Protocol = 'HTTP/1.1'): Promise<string> => {
  const server: Server =
    protocol === 'HTTP/1.1' ? createServer(listener) : createHttp2Server(listener as unknown as () => void)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A response as it came, each field line as `name: value`, names in lower case, in their order. */
export interface Exchange {
  readonly status: number
  readonly fields: readonly string[]
  readonly body: string
}

export interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
}

export const ask = (url: string, asked: Asked = {}, protocol: Protocol = 'HTTP/1.1'): Promise<Exchange> =>
  protocol === 'HTTP/1.1' ? askHttp1(url, asked) : askHttp2(url, asked)

const linesOf = (raw: readonly string[]): string[] => {
  const lines: string[] = []
  for (let index = 0; index < raw.length; index += 2)
    lines.push(`${raw[index]?.toLowerCase()}: ${raw[index + 1]}`)
  return lines
}

const askHttp1 = async (url: string, { method = 'GET', headers = {} }: Asked): Promise<Exchange> => {
  const request = http1Request(url, { method, headers, agent: false })
  request.end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  return { status: response.statusCode ?? 0, fields: linesOf(response.rawHeaders), body }
}

const askHttp2 = async (url: string, { method = 'GET', headers = {} }: Asked): Promise<Exchange> => {
  const session = connect(url)
  try {
    const stream = session.request({ ':method': method, ':path': new URL(url).pathname, ...headers })
    stream.end()
    // The first of the raw fields is the status.
    const [received, , raw] = (await once(stream, 'response')) as [{ ':status': number }, number, string[]]
    let body = ''
    for await (const chunk of stream.setEncoding('utf8')) body += chunk
    return { status: received[':status'], fields: linesOf(raw.slice(2)), body }
  } finally {
    session.close()
  }
}

/** The lines that CORS and caches read. */
export const corsFields = ({ fields }: Exchange): string[] =>
  fields.filter((line) => line.startsWith('access-control-') || line.startsWith('vary:')).sort()

export const fieldsNamed = ({ fields }: Exchange, name: string): string[] =>
  fields.filter((line) => line.startsWith(`${name}: `))

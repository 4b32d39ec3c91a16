import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

export type FetchServer = (request: Request) => Response | Promise<Response>

const readRequest = (message: IncomingMessage): Request => {
  const headers = new Headers()
  for (let index = 0; index < message.rawHeaders.length; index += 2) {
    headers.append(message.rawHeaders[index] ?? '', message.rawHeaders[index + 1] ?? '')
  }
  const { method = 'GET', url } = message
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(message) as never)
  return new Request(`http://localhost${url}`, { method, headers, body, duplex: 'half' } as RequestInit)
}

const writeResponse = async (response: Response, target: ServerResponse): Promise<void> => {
  target.writeHead(response.status, [...response.headers].flat())
  if (response.body === null || target.req.method === 'HEAD') target.end()
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), target)
}

export interface Running {
  readonly url: string
  close(): void
}

/** A Fetch handler on Node, as plain as can be. */
export const serve = async (handler: FetchServer): Promise<Running> => {
  const server = createServer((message, target) => {
    Promise.resolve(readRequest(message))
      .then(handler)
      .then((response) => writeResponse(response, target))
      .catch((error: unknown) => target.destroy(error as Error))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  }
}

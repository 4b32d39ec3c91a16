import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type Running, serve } from '../../../../tooling/serve.js'

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

/** A Fetch handler on Node, as plain as can be. */
export const serveFetch = (handler: FetchServer): Promise<Running> =>
  serve((message, target) => {
    Promise.resolve(readRequest(message))
      .then(handler)
      .then((response) => writeResponse(response, target))
      .catch((error: unknown) => target.destroy(error as Error))
  })

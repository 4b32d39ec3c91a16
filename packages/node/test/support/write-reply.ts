import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { RouteReply } from '@cors/conformance'

/** A reply by Node's own means. */
export const writeReply = (response: ServerResponse, { status, headers, body }: RouteReply): void => {
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (Array.isArray(body)) Readable.from(body).pipe(response)
  else if (typeof body === 'string') response.end(body)
  else response.end()
}

/** The same past everything that a framework has: one call of `writeHead`, with a flat array. */
export const writeRaw = (response: ServerResponse, { status, headers, body }: RouteReply): void => {
  response.writeHead(status, Object.entries(headers).flat())
  response.end(body)
}

/** @throws with the status 400 where the body is not JSON */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw Object.assign(new Error('The body is not JSON.', { cause }), { status: 400, code: 400 })
  }
}

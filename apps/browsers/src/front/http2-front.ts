import { request as ask, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import {
  createSecureServer,
  type IncomingHttpHeaders as Http2Headers,
  type Http2SecureServer,
  type ServerHttp2Stream,
} from 'node:http2'
import type { TestCertificate } from '@cors/browsers'
import type { Journal } from './journal.js'

/** They speak of one connection. @see https://www.rfc-editor.org/rfc/rfc9113#section-8.2.2 */
const ofConnection = ['connection', 'keep-alive', 'transfer-encoding']

/**
 * HTTP/2 towards the browser, which Chromium wants for a streamed upload, and HTTP/1.1 towards the servers. What is
 * no field of a connection is passed on as it is.
 */
export const createHttp2Front = (
  { key, cert }: TestCertificate,
  portOf: (hostname: string) => number,
  journal: Journal,
): Http2SecureServer => {
  const server = createSecureServer({ key, cert })
  server.on('stream', (stream, headers) => passOnStream(stream, headers, portOf, journal))
  return server
}

const passOnStream = (
  stream: ServerHttp2Stream,
  all: Http2Headers,
  portOf: (hostname: string) => number,
  journal: Journal,
): void => {
  const { ':method': method = '', ':path': path = '', ':authority': host = '' } = all
  const headers: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(all)) if (!name.startsWith(':')) headers[name] = value
  const exchange = journal.begin(`https://${host}`, {
    start: `${method} ${path} HTTP/2`,
    fields: fieldsOf(headers),
  })
  const port = portOf(host.replace(/:\d+$/, ''))
  const upstream = ask({ host: '127.0.0.1', port, method, path, headers: { ...headers, host }, agent: false })
  // Node writes it in upper case, and what the browser sent must arrive.
  upstream.method = method
  upstream.on('response', (response) => {
    const kept = Object.entries(response.headers).filter(([name]) => !ofConnection.includes(name))
    const fields: IncomingHttpHeaders = Object.fromEntries(kept)
    const status = response.statusCode ?? 0
    exchange.response = { status, headers: fieldsOf(fields) }
    if (stream.destroyed) return
    stream.respond({ ':status': status, ...fields })
    response.pipe(stream)
  })
  upstream.on('error', () => stream.destroy())
  stream.on('error', () => upstream.destroy())
  stream.pipe(upstream)
}

const fieldsOf = (headers: OutgoingHttpHeaders): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  )

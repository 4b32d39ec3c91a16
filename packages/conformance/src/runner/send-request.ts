import { connect } from 'node:net'
import type { CaseRequest } from '../case.js'
import { parseResponse, type RawResponse } from './raw-response.js'

/** Ends a hang; nothing is measured by it. */
const patience = 30_000

/** The bytes of a request, one a character. */
const requestText = (host: string, { method, path, headers, body }: CaseRequest): string => {
  const length =
    body !== undefined || ['POST', 'PUT', 'PATCH'].includes(method) ? (body ?? '').length : undefined
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(length === undefined ? [] : [`Content-Length: ${length}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

export interface Address {
  readonly hostname: string
  readonly port: number
}

export const addressOf = (url: URL): Address => ({
  // A socket takes an IPv6 address without its brackets.
  hostname: url.hostname.replace(/^\[|\]$/g, ''),
  port: Number(url.port === '' ? 80 : url.port),
})

/**
 * Send a request byte for byte, on a connection of its own. `fetch` and `node:http` would both refuse or repair
 * what the cases send: repeated field lines, empty values, odd bytes.
 *
 * @param url where the server is: `http://127.0.0.1:3000`
 * @throws where no complete response comes
 */
export const sendRequest = (
  url: string,
  request: CaseRequest,
  address: Address = addressOf(new URL(url)),
): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: address.hostname, port: address.port })
    socket.setTimeout(patience, () => socket.destroy(new Error('no complete response came')))
    socket.on('error', reject)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', (hadError) => {
      if (hadError) return
      try {
        resolve(parseResponse(Buffer.concat(chunks).toString('latin1')))
      } catch (error) {
        reject(error)
      }
    })
    // Only written, not ended: servers take a half-closed connection for a client that has gone.
    socket.write(requestText(new URL(url).host, request), 'latin1')
  })

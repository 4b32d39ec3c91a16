import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type CorsConfig, type CorsPolicy, createCorsPolicy } from '@cors/core'
import { WebSocketServer } from 'ws'
import type { Shop } from './shop.js'

/** A WebSocket is opened here. */
export const livePath = '/live'

/**
 * Prices over a WebSocket. Browsers ask nobody before they open one to another origin, and they send cookies with
 * it. So the service itself must look who asks: `isOriginTrusted`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-10.2
 */
export const offerLivePrices = (server: Server, policy: CorsConfig | CorsPolicy, shop: Shop): void => {
  const compiled: CorsPolicy = 'evaluate' in policy ? policy : createCorsPolicy(policy)
  const sockets = new WebSocketServer({ noServer: true })

  server.on('upgrade', async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid')
    if (pathname !== livePath) return refuse(stream, '404 Not Found')
    if (!(await compiled.isOriginTrusted(request.headers.origin))) return refuse(stream, '403 Forbidden')
    sockets.handleUpgrade(request, stream, head, (socket) => {
      shop.handlerRuns++
      socket.send(JSON.stringify(shop.products.list().map(({ id, price }) => ({ id, price }))))
      // Nothing else happens in this shop.
      socket.close()
    })
  })
}

const refuse = (stream: Duplex, status: string): void => {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

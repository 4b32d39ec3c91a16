import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo, Server } from 'node:net'

/** HTTP/2 requests come through Node's compatibility API, which has the same methods. */
export const http2 = (listener: RequestListener): Server =>
  createHttp2Server(listener as unknown as Parameters<typeof createHttp2Server>[1])

export interface Running {
  readonly url: string
  close(): void
}

/** Node's own server in front of an adapter under test. */
export const serve = async (
  listener: RequestListener,
  create: (listener: RequestListener) => Server = createServer,
): Promise<Running> => {
  const server = create(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  }
}

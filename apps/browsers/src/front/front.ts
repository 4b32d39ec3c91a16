import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { TestCertificate } from '@cors/browsers'
import { createHttp2Front } from './http2-front.js'
import { Journal } from './journal.js'
import { passOn } from './pass-on.js'

/** The ports that URLs of the suite have, and what is spoken there. */
const webPorts = [
  [80, 'http'],
  [3000, 'http'],
  [8080, 'http'],
  [443, 'https'],
  [8443, 'https'],
  [9443, 'https over HTTP/2'],
] as const

export interface Front {
  /** For each port in a URL, the port of 127.0.0.1 that answers. */
  readonly ports: Readonly<Record<number, number>>
  readonly journal: Journal
  close(): Promise<void>
}

/**
 * Stands between the browser and all servers: ends TLS, passes on by the name in `Host`, and notes what was said.
 * It changes no field, so that what a browser judges is what an adapter wrote.
 *
 * @param portOf the port of 127.0.0.1 that answers for a host name
 */
export const startFront = async (
  certificate: TestCertificate,
  portOf: (hostname: string) => number,
): Promise<Front> => {
  const journal = new Journal()
  const { key, cert } = certificate
  const create = (speaks: (typeof webPorts)[number][1]): Server => {
    if (speaks === 'https over HTTP/2') return createHttp2Front(certificate, portOf, journal)
    const accept = (client: Socket): void => passOn({ client, scheme: speaks, portOf, journal })
    return speaks === 'http'
      ? createServer(accept)
      : createTlsServer({ key, cert, ALPNProtocols: ['http/1.1'] }, accept)
  }

  const sockets = new Set<Socket>()
  const servers: Server[] = []
  const ports: Record<number, number> = {}
  for (const [webPort, speaks] of webPorts) {
    const server = create(speaks)
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    servers.push(server)
    ports[webPort] = (server.address() as AddressInfo).port
  }
  return {
    ports,
    journal,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      for (const server of servers) await new Promise((resolve) => server.close(resolve))
    },
  }
}

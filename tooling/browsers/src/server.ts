import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TestCertificate } from './certificate.js'

export interface BrowserServer {
  readonly server: Server
  readonly port: number
  close(): Promise<void>
}

/** A server on a free port of 127.0.0.1; with a certificate, an https one. */
export const startServer = async (
  listener: RequestListener,
  certificate?: TestCertificate,
): Promise<BrowserServer> => {
  const server =
    certificate === undefined
      ? createServer(listener)
      : createHttpsServer({ key: certificate.key, cert: certificate.cert }, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    server,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Browsers keep connections open.
        server.closeAllConnections()
      }),
  }
}

import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** How often to try another port where the system may choose and only one of the two addresses is free. */
const attempts = 10

/**
 * Listens where browsers look for `localhost`: on 127.0.0.1 and, if the machine has it, on ::1. On one alone, a
 * stranger on the other would get the requests.
 *
 * @param port 0 lets the system choose
 */
export const listenOnLoopback = async (port: number, listener: RequestListener): Promise<Listening> => {
  for (let attempt = 1; ; attempt++) {
    const first = await listen(port, '127.0.0.1', listener)
    const chosen = (first.address() as AddressInfo).port
    try {
      const second = await listen(chosen, '::1', listener).catch(ignoreNoIPv6)
      const servers = second === undefined ? [first] : [first, second]
      return { port: chosen, close: async () => void (await Promise.all(servers.map(close))) }
    } catch (error) {
      await close(first)
      if (port !== 0 || attempt === attempts) throw error
    }
  }
}

const listen = (port: number, host: string, listener: RequestListener): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })

const ignoreNoIPv6 = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') throw error
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listen on any port, and tell the parent which, as the services of the demo do. */
export const announce = (server: Server, id: string): void => {
  server.listen(0, '127.0.0.1', () => {
    console.log(`${id}: http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
}

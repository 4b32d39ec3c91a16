import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Contender } from '../contender.js'
import { sendTo } from '../exchange.js'

export const listenOn = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Requests enter where Node's server would hand them over, so that all of the framework's listener is measured. */
export const contenderOf = (server: Server): Contender => ({
  ...sendTo((request, response) => server.emit('request', request, response)),
  listen: () => listenOn(server),
})

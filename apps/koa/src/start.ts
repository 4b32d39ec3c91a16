import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import {
  controllable,
  firstPort,
  pageOrigin,
  type StartService,
  shopPage,
  shopPolicy,
} from '@cors/app-service'
import { createCorsPolicy } from '@cors/koa'
import { createApp } from './app.js'

export const start: StartService = async ({
  port,
  policy = shopPolicy(pageOrigin(shopPage, firstPort)),
  control = false,
  log = false,
}) => {
  const app = createApp(
    control
      ? { reloadable: controllable(policy), log }
      : { policy: 'evaluate' in policy ? policy : createCorsPolicy(policy), log },
  )
  const server = app.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

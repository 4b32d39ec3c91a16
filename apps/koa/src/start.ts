import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import {
  controllable,
  createShop,
  firstPort,
  pageOrigin,
  type StartService,
  shopPage,
  shopPolicy,
} from '@cors/app-service'
import { offerLivePrices } from '@cors/app-service/live-prices'
import { createCorsPolicy } from '@cors/koa'
import { createApp } from './app.js'

export const start: StartService = async ({
  port,
  policy = shopPolicy(pageOrigin(shopPage, firstPort)),
  control = false,
  log = false,
}) => {
  const shop = createShop()
  const source = control
    ? { reloadable: controllable(policy) }
    : { policy: 'evaluate' in policy ? policy : createCorsPolicy(policy) }
  const server = createApp({ ...source, shop, log }).listen(port, '127.0.0.1')
  offerLivePrices(server, 'policy' in source ? source.policy : source.reloadable, shop)
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

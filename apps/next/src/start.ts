import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import {
  controllable,
  createShop,
  firstPort,
  pageOrigin,
  replacePolicy,
  type StartService,
  shopPage,
  shopPolicy,
} from '@cors/app-service'
import { offerLivePrices } from '@cors/app-service/live-prices'
import { createCorsPolicy } from '@cors/core'
import next from 'next'
import { currentService, setService } from '../lib/service.js'

/** The types say that it is the `default` of the module; what Node imports is the function itself. */
const createNext = next as unknown as typeof next.default

const directory = fileURLToPath(new URL('..', import.meta.url))

/** What `next build` made, in this process, so that the policy can be handed over. One at a time. */
export const start: StartService = async ({
  port,
  policy = shopPolicy(pageOrigin(shopPage, firstPort)),
  control = false,
}) => {
  const shop = createShop()
  if (control) {
    const reloadable = controllable(policy)
    // Made here, because the bundles have a core, and so a class of errors, of their own.
    setService({ shop, policy: reloadable, replace: (config) => replacePolicy(reloadable, config) })
  } else {
    setService({ shop, policy: 'evaluate' in policy ? policy : createCorsPolicy(policy), replace: undefined })
  }
  // Next.js would end the WebSockets of every path that a route matches, also those of others. It takes them from
  // this server, to which nobody connects.
  const httpServer = createServer()
  const app = createNext({ httpServer, dev: false, dir: directory, hostname: 'localhost', port, quiet: true })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = createServer((request, response) => void handle(request, response))
  // Next.js has no WebSockets, so its own server offers them.
  offerLivePrices(server, currentService().policy, shop)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await app.close()
    },
  }
}

import {
  controllable,
  firstPort,
  pageOrigin,
  type RunningService,
  type ServiceOptions,
  type StartService,
  shopPage,
  shopPolicy,
} from '@cors/app-service'
import { offerLivePrices } from '@cors/app-service/live-prices'
import { createApp, type Platform } from './app.js'
import { SHOP } from './tokens.js'

const startOn = async (
  platform: Platform,
  {
    port,
    policy = shopPolicy(pageOrigin(shopPage, firstPort)),
    control = false,
    log = false,
  }: ServiceOptions,
): Promise<RunningService> => {
  const source = control ? { reloadable: controllable(policy) } : { policy }
  const app = await createApp({ ...source, platform, log })
  offerLivePrices(app.getHttpServer(), 'policy' in source ? source.policy : source.reloadable, app.get(SHOP))
  await app.listen(port, '127.0.0.1')
  return { url: await app.getUrl(), close: () => app.close() }
}

export const startOnExpress: StartService = (options) => startOn('express', options)

export const startOnFastify: StartService = (options) => startOn('fastify', options)

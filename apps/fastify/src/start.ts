import {
  controllable,
  firstPort,
  pageOrigin,
  type StartService,
  shopPage,
  shopPolicy,
} from '@cors/app-service'
import { createApp } from './app.js'

export const start: StartService = async ({
  port,
  policy = shopPolicy(pageOrigin(shopPage, firstPort)),
  control = false,
  log = false,
}) => {
  const app = await createApp(control ? { reloadable: controllable(policy), log } : { policy, log })
  const url = await app.listen({ host: '127.0.0.1', port })
  return { url, close: () => app.close() }
}

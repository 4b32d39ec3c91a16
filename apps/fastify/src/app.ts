import { createShop, servedBy } from '@cors/app-service'
import { offerLivePrices } from '@cors/app-service/live-prices'
import { type CorsConfig, type CorsPolicy, cors, type ReloadableCorsPolicy } from '@cors/fastify'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { answerRoute } from './routes/answer.js'
import { controlRoutes } from './routes/control.js'
import { otherPolicyRoutes } from './routes/other-policies.js'
import { productRoutes } from './routes/products.js'
import { sessionRoutes } from './routes/session.js'
import { streamRoutes } from './routes/streams.js'

type AppOptions = { readonly log: boolean } & (
  | { readonly policy: CorsConfig | CorsPolicy }
  /** Test mode: the policy can be replaced through the control routes. */
  | { readonly reloadable: ReloadableCorsPolicy }
)

/** The shop on Fastify. */
export const createApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const shop = createShop()
  const app = Fastify({ logger: options.log ? { level: 'warn' } : false, forceCloseConnections: true })
  const policy = 'policy' in options ? options.policy : options.reloadable
  await app.register(cors, { policy })
  await app.register(cookie)

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ [servedBy]: 'fastify', 'cache-control': 'private, no-cache' })
  })
  await app.register(async (scope) => {
    scope.addHook('preHandler', async () => {
      shop.handlerRuns++
    })
    productRoutes(scope, shop)
    sessionRoutes(scope, shop)
    streamRoutes(scope, shop)
    otherPolicyRoutes(scope, shop)
    if ('reloadable' in options) answerRoute(scope)
  })
  offerLivePrices(app.server, policy, shop)
  if ('reloadable' in options) controlRoutes(app, shop, options.reloadable)
  return app
}

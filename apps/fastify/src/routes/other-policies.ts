import { internalPolicy, publicPolicy, type Shop } from '@cors/app-service'
import type { FastifyInstance } from 'fastify'

/** Routes that do not follow the policy of the shop. */
export const otherPolicyRoutes = (app: FastifyInstance, { products }: Shop): void => {
  app.get('/public/prices', { config: { cors: publicPolicy } }, async (_request, reply) => {
    const prices = products.list().map(({ name, price }) => ({ name, price }))
    reply.header('etag', `"${prices.length}"`)
    return prices
  })

  app.get('/internal/stock', { config: { cors: internalPolicy } }, async () =>
    products.list().map(({ id }) => ({ id, stock: 12 })),
  )
}

import type { Shop } from '@cors/app-service'
import type Router from '@koa/router'

/** Routes that do not follow the policy of the shop: see `policyByPath`. */
export const otherPolicyRoutes = (router: Router, shop: Shop): void => {
  const { products } = shop

  router.get('/public/prices', (context) => {
    shop.handlerRuns++
    const prices = products.list().map(({ name, price }) => ({ name, price }))
    context.set('etag', `"${prices.length}"`)
    context.body = prices
  })

  router.get('/internal/stock', (context) => {
    shop.handlerRuns++
    context.body = products.list().map(({ id }) => ({ id, stock: 12 }))
  })
}

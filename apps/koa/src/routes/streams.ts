import { Readable } from 'node:stream'
import { exportLines, priceEvents, type Shop } from '@cors/app-service'
import type Router from '@koa/router'

export const streamRoutes = (router: Router, shop: Shop): void => {
  const { products } = shop

  router.get('/export', (context) => {
    shop.handlerRuns++
    context.type = 'text/csv; charset=utf-8'
    context.body = Readable.from(exportLines(products.list()))
  })

  router.get('/events', (context) => {
    shop.handlerRuns++
    context.type = 'text/event-stream'
    context.body = Readable.from(priceEvents(products.list()))
  })

  router.get('/failure', () => {
    shop.handlerRuns++
    throw new Error('This route always fails')
  })
}

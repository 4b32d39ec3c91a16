import { entityTag, movedTo, type Product, type ProductInput, type Shop } from '@cors/app-service'
import type Router from '@koa/router'
import type { Context } from 'koa'
import { readObject } from '../read-json.js'

export const productRoutes = (router: Router, shop: Shop): void => {
  const { products } = shop

  router.get('/products', (context) => {
    shop.handlerRuns++
    const list = products.list()
    context.set('x-total-count', String(list.length))
    context.body = list
  })

  router.get('/products/:id', (context) => {
    shop.handlerRuns++
    const product = products.read(idOf(context))
    if (product === undefined) return
    if (context.get('if-none-match') !== entityTag(product)) return send(context, 200, product)
    context.set('etag', entityTag(product))
    context.status = 304
  })

  router.post('/products', async (context) => {
    const input = await readProduct(context)
    shop.handlerRuns++
    const product = products.create(input)
    context.set('location', `/products/${product.id}`)
    send(context, 201, product)
  })

  router.put('/products/:id', async (context) => {
    const input = await readProduct(context)
    shop.handlerRuns++
    const product = products.update(idOf(context), input)
    if (product !== undefined) send(context, 200, product)
  })

  router.delete('/products/:id', (context) => {
    shop.handlerRuns++
    products.delete(idOf(context))
    context.status = 204
  })

  router.get('/catalogue', (context) => {
    shop.handlerRuns++
    context.status = 301
    context.redirect(movedTo(context.url))
  })
}

const idOf = (context: Context): string => String(context['params'].id)

const send = (context: Context, status: number, product: Product): void => {
  context.status = status
  context.set('etag', entityTag(product))
  context.body = product
}

const readProduct = async (context: Context): Promise<ProductInput> => {
  const { name, price } = await readObject(context)
  if (typeof name !== 'string' || name.length < 1 || name.length > 80) {
    return context.throw(400, 'name must be a string of 1 to 80 characters')
  }
  if (typeof price !== 'number' || !Number.isInteger(price) || price < 0) {
    return context.throw(400, 'price must be an integer from 0')
  }
  return { name, price }
}

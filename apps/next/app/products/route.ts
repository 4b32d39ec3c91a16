import { entityTag } from '@cors/app-service'
import { bodyHandler, handler } from '../../lib/handler'
import { productRefusal, readProduct } from '../../lib/read-body'

export const GET = handler((_, { products }) => {
  const list = products.list()
  return Response.json(list, { headers: { 'x-total-count': String(list.length) } })
})

export const POST = bodyHandler(readProduct, productRefusal, (input, { products }) => {
  const product = products.create(input)
  const headers = { location: `/products/${product.id}`, etag: entityTag(product) }
  return Response.json(product, { status: 201, headers })
})

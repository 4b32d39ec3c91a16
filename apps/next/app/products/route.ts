import { entityTag } from '@cors/app-service'
import { badRequest, handler } from '../../lib/handler'
import { readProduct } from '../../lib/read-body'

export const GET = handler((_, { products }) => {
  const list = products.list()
  return Response.json(list, { headers: { 'x-total-count': String(list.length) } })
})

export const POST = handler(async (request, { products }) => {
  const input = await readProduct(request)
  if (input === undefined) return badRequest('A product has a name and a price in cents')
  const product = products.create(input)
  const headers = { location: `/products/${product.id}`, etag: entityTag(product) }
  return Response.json(product, { status: 201, headers })
})

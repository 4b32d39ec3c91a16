import { entityTag, type ProductInput } from '@cors/app-service'
import { type ById, bodyHandler, handler, notFound } from '../../../lib/handler'
import { productRefusal, readProduct } from '../../../lib/read-body'

export const GET = handler<ById>(async (request, { products }, { params }) => {
  const product = products.read((await params).id)
  if (product === undefined) return notFound()
  const headers = { etag: entityTag(product) }
  return request.headers.get('if-none-match') === entityTag(product)
    ? new Response(null, { status: 304, headers })
    : Response.json(product, { headers })
})

export const PUT = bodyHandler<ProductInput, ById>(
  readProduct,
  productRefusal,
  async (input, { products }, { params }) => {
    const product = products.update((await params).id, input)
    return product === undefined
      ? notFound()
      : Response.json(product, { headers: { etag: entityTag(product) } })
  },
)

export const DELETE = handler<ById>(async (_, { products }, { params }) => {
  products.delete((await params).id)
  return new Response(null, { status: 204 })
})

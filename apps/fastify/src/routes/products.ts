import { entityTag, movedTo, type ProductInput, type Shop } from '@cors/app-service'
import type { FastifyInstance } from 'fastify'

const schema = {
  body: {
    type: 'object',
    required: ['name', 'price'],
    additionalProperties: false,
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 80 },
      price: { type: 'integer', minimum: 0 },
    },
  },
} as const

type ById = { Params: { id: string } }
type WithProduct = { Body: ProductInput }

export const productRoutes = (app: FastifyInstance, { products }: Shop): void => {
  app.get('/products', async (_request, reply) => {
    const list = products.list()
    reply.header('x-total-count', list.length)
    return list
  })

  app.get<ById>('/products/:id', async (request, reply) => {
    const product = products.read(request.params.id)
    if (product === undefined) return reply.callNotFound()
    reply.header('etag', entityTag(product))
    if (request.headers['if-none-match'] === entityTag(product)) return reply.code(304).send()
    return product
  })

  app.post<WithProduct>('/products', { schema }, async (request, reply) => {
    const product = products.create(request.body)
    reply.code(201).headers({ location: `/products/${product.id}`, etag: entityTag(product) })
    return product
  })

  app.put<ById & WithProduct>('/products/:id', { schema }, async (request, reply) => {
    const product = products.update(request.params.id, request.body)
    if (product === undefined) return reply.callNotFound()
    reply.header('etag', entityTag(product))
    return product
  })

  app.delete<ById>('/products/:id', async (request, reply) => {
    products.delete(request.params.id)
    return reply.code(204).send()
  })

  app.get('/catalogue', async (request, reply) => reply.redirect(movedTo(request.url), 301))
}

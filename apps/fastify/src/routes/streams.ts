import { Readable } from 'node:stream'
import { exportLines, priceEvents, type Shop } from '@cors/app-service'
import type { FastifyInstance } from 'fastify'

export const streamRoutes = (app: FastifyInstance, { products }: Shop): void => {
  app.get('/export', async (_request, reply) =>
    reply.type('text/csv; charset=utf-8').send(Readable.from(exportLines(products.list()))),
  )

  app.get('/events', async (_request, reply) =>
    reply.type('text/event-stream').send(Readable.from(priceEvents(products.list()))),
  )

  app.get('/failure', async () => {
    throw new Error('This route always fails')
  })
}

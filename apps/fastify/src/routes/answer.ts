import { Readable } from 'node:stream'
import { answerAsTold, answerPath, piecesOf } from '@cors/app-service'
import type { FastifyInstance } from 'fastify'

/** Test mode: answers as it is told. */
export const answerRoute = (app: FastifyInstance): void => {
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: answerPath,
    handler: async (request, reply) => {
      const { searchParams } = new URL(request.url, 'http://host.invalid')
      const { status, headers, body, streamed } = answerAsTold(searchParams)
      reply.code(status).headers(headers)
      return reply.send(streamed && body !== undefined ? Readable.from(piecesOf(body)) : body)
    },
  })
}

import { type Credentials, type Shop, sessionCookie, sessionCookieAttributes } from '@cors/app-service'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const cookieName = sessionCookie('fastify')

const schema = {
  body: {
    type: 'object',
    required: ['user', 'password'],
    properties: { user: { type: 'string' }, password: { type: 'string' } },
  },
} as const

export const sessionRoutes = (app: FastifyInstance, { sessions }: Shop): void => {
  app.post<{ Body: Credentials }>('/login', { schema }, async (request, reply) => {
    const session = sessions.signIn(request.body)
    if (session === undefined) return unauthorized(reply)
    reply.setCookie(cookieName, session, sessionCookieAttributes)
    return { user: request.body.user }
  })

  const userOf = (request: FastifyRequest): string | undefined => sessions.user(request.cookies[cookieName])

  /** Ends the request before its handler runs. */
  const guard = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    userOf(request) === undefined ? unauthorized(reply) : undefined

  app.get('/me', { onRequest: guard }, async (request) => ({ user: userOf(request) }))
}

const unauthorized = (reply: FastifyReply): FastifyReply =>
  reply.code(401).send({ statusCode: 401, error: 'Unauthorized', message: 'Sign in first' })

import ours from '@cors/fastify'
import peer from '@fastify/cors'
import fastify, { type FastifyInstance } from 'fastify'
import type { Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { writeWithGiven } from '../limit/write-head.js'
import { configOf, peerOptionsOf } from '../policies.js'
import type { Work } from '../scenarios/scenario.js'
import { contenderOf } from './http-server.js'

const limit = (app: FastifyInstance, work: Work): void => {
  const headers = constantHeaders(work)
  if (work.answer === 'preflight') {
    app.addHook('onRequest', (_, reply) => {
      reply.hijack()
      reply.raw.writeHead(204, headers).end()
    })
    return
  }
  const writeHead = writeWithGiven(headers)
  app.addHook('onRequest', (_, reply, done) => {
    reply.raw.writeHead = writeHead
    done()
  })
}

const register = async (app: FastifyInstance, role: Role, work: Work): Promise<void> => {
  if (role === 'limit') limit(app, work)
  if (role === 'peer') await app.register(peer, peerOptionsOf(work.policy))
  if (role === 'ours') await app.register(ours, configOf(work.policy))
}

export const fastifyFramework: Framework = {
  name: 'Fastify',
  peer: '@fastify/cors',
  ours: '@cors/fastify',
  async start(role, work) {
    const app = fastify()
    await register(app, role, work)
    app.get('/', (_, reply) => {
      reply.send('ok')
    })
    app.options('/', (_, reply) => {
      reply.code(204).send()
    })
    await app.ready()
    return contenderOf(app.server)
  },
}

import ours from '@cors/fastify'
import peer from '@fastify/cors'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Contender, Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { writeWithGiven } from '../limit/write-head.js'
import { configOf, peerOptionsOf } from '../policies.js'
import type { Work } from '../scenarios/scenario.js'
import { applyOf, lookOf, type Step, writeHeadOf } from '../steps.js'
import { contenderOf } from './http-server.js'

type Hook = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void

const limit = (work: Work, step?: Step): Hook => {
  const headers = constantHeaders(work)
  if (work.answer === 'preflight') {
    return (_, reply) => {
      reply.hijack()
      reply.raw.writeHead(204, headers).end()
    }
  }
  const writeHead = writeHeadOf(step, writeWithGiven(headers))
  return (_, reply, done) => {
    reply.raw.writeHead = writeHead
    done()
  }
}

const hookOfStep = (step: Step, work: Work): Hook => {
  if (step === 'applies') {
    const apply = applyOf(work)
    return (request, reply, done) => {
      if (work.answer === 'preflight') reply.hijack()
      if (!apply(request.raw, reply.raw)) done()
    }
  }
  const look = lookOf(step, work)
  const rest = limit(work, step)
  return (request, reply, done) => {
    look(request.raw)
    rest(request, reply, done)
  }
}

const register = async (app: FastifyInstance, role: Role, work: Work): Promise<void> => {
  if (role === 'limit') app.addHook('onRequest', limit(work))
  if (role === 'peer') await app.register(peer, peerOptionsOf(work.policy))
  if (role === 'ours') await app.register(ours, configOf(work.policy))
}

const serve = async (register: (app: FastifyInstance) => void | Promise<void>): Promise<Contender> => {
  const app = fastify()
  await register(app)
  app.get('/', (_, reply) => {
    reply.send('ok')
  })
  app.options('/', (_, reply) => {
    reply.code(204).send()
  })
  await app.ready()
  return contenderOf(app.server)
}

export const fastifyFramework: Framework = {
  name: 'Fastify',
  peer: '@fastify/cors',
  ours: '@cors/fastify',
  start: (role, work) => serve((app) => register(app, role, work)),
  startStep: (step, work) => serve((app) => void app.addHook('onRequest', hookOfStep(step, work))),
}

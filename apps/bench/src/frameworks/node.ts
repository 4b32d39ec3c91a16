import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { cors as ours } from '@cors/node'
import cors from 'cors'
import type { Contender, Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { writeFlat } from '../limit/write-head.js'
import { configOf, peerOptionsOf } from '../policies.js'
import type { Work } from '../scenarios/scenario.js'
import { applyOf, lookOf, type Step, writeHeadOf } from '../steps.js'
import { contenderOf } from './http-server.js'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const limit = (work: Work, step?: Step): Middleware => {
  const headers = constantHeaders(work)
  if (work.answer === 'preflight') return (_, response) => void response.writeHead(204, headers).end()
  const writeHead = writeHeadOf(step, writeFlat(headers))
  return (_, response, next) => {
    response.writeHead = writeHead
    next()
  }
}

const middlewareOf = (role: Role, work: Work): Middleware | undefined => {
  if (role === 'limit') return limit(work)
  if (role === 'peer') return cors(peerOptionsOf(work.policy))
  return role === 'ours' ? ours(configOf(work.policy)) : undefined
}

const middlewareOfStep = (step: Step, work: Work): Middleware => {
  if (step === 'applies') {
    const apply = applyOf(work)
    return (request, response, next) => {
      if (!apply(request, response)) next()
    }
  }
  const look = lookOf(step, work)
  const rest = limit(work, step)
  return (request, response, next) => {
    look(request)
    rest(request, response, next)
  }
}

const handle: (request: IncomingMessage, response: ServerResponse) => void = (request, response) => {
  if (request.method === 'OPTIONS') response.writeHead(204).end()
  else response.end('ok')
}

const serve = (middleware: Middleware | undefined): Contender =>
  contenderOf(
    createServer(
      middleware === undefined
        ? handle
        : (request, response) => middleware(request, response, () => handle(request, response)),
    ),
  )

export const node: Framework = {
  name: 'node:http',
  peer: 'cors',
  ours: '@cors/node',
  start: async (role, work) => serve(middlewareOf(role, work)),
  startStep: async (step, work) => serve(middlewareOfStep(step, work)),
}

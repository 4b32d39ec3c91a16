import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { cors as ours } from '@cors/node'
import cors from 'cors'
import type { Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { writeFlat } from '../limit/write-head.js'
import { configOf, peerOptionsOf } from '../policies.js'
import type { Work } from '../scenarios/scenario.js'
import { contenderOf } from './http-server.js'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const limit = (work: Work): Middleware => {
  const headers = constantHeaders(work)
  if (work.answer === 'preflight') return (_, response) => void response.writeHead(204, headers).end()
  const writeHead = writeFlat(headers)
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

const handle: (request: IncomingMessage, response: ServerResponse) => void = (request, response) => {
  if (request.method === 'OPTIONS') response.writeHead(204).end()
  else response.end('ok')
}

export const node: Framework = {
  name: 'node:http',
  peer: 'cors',
  ours: '@cors/node',
  async start(role, work) {
    const middleware = middlewareOf(role, work)
    const server = createServer(
      middleware === undefined
        ? handle
        : (request, response) => middleware(request, response, () => handle(request, response)),
    )
    return contenderOf(server)
  },
}

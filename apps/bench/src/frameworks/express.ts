import { createServer } from 'node:http'
import { cors as ours } from '@cors/node'
import cors from 'cors'
import express, { type RequestHandler } from 'express'
import type { Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { writeAfterSet } from '../limit/write-head.js'
import { configOf, peerOptionsOf } from '../policies.js'
import type { Work } from '../scenarios/scenario.js'
import { contenderOf } from './http-server.js'

const limit = (work: Work): RequestHandler => {
  const headers = constantHeaders(work)
  // Express has set X-Powered-By before.
  const writeHead = writeAfterSet(headers)
  if (work.answer === 'preflight') {
    return (_, response) => {
      writeHead.call(response, 204)
      response.end()
    }
  }
  return (_, response, next) => {
    response.writeHead = writeHead
    next()
  }
}

const middlewareOf = (role: Role, work: Work): RequestHandler | undefined => {
  if (role === 'limit') return limit(work)
  if (role === 'peer') return cors(peerOptionsOf(work.policy))
  return role === 'ours' ? ours(configOf(work.policy)) : undefined
}

export const expressFramework: Framework = {
  name: 'Express',
  peer: 'cors',
  ours: '@cors/node',
  async start(role, work) {
    const app = express()
    const middleware = middlewareOf(role, work)
    if (middleware !== undefined) app.use(middleware)
    app.get('/', (_, response) => void response.send('ok'))
    app.options('/', (_, response) => void response.status(204).end())
    return contenderOf(createServer(app))
  },
}

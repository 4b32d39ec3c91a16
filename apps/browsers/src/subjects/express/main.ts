import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import {
  answerAsTold,
  answerPath,
  controllable,
  controlPolicyPath,
  controlRunsPath,
  createShop,
  mayControl,
  piecesOf,
  replacePolicy,
} from '@cors/app-service'
import { offerLivePrices } from '@cors/app-service/live-prices'
import { cors } from '@cors/node'
import express, { type RequestHandler } from 'express'
import { announce } from '../announce.js'

/** `@cors/node`, in an Express application that has what the suite needs and no more. */
const policy = controllable({ origins: '*' })
const shop = createShop()

const guard: RequestHandler = ({ socket, headers }, response, next) => {
  if (mayControl({ remoteAddress: socket.remoteAddress, headers })) next()
  else response.sendStatus(403)
}

const app = express()
  .disable('etag')
  // Before the policy, so it is not about them.
  .put(controlPolicyPath, guard, express.json(), (request, response) => {
    const { status, body } = replacePolicy(policy, request.body)
    response.status(status).json(body)
  })
  .get(controlRunsPath, guard, (_request, response) => {
    response.json({ runs: shop.handlerRuns })
  })
  .use(cors({ policy }))
  .all(answerPath, (request, response) => {
    shop.handlerRuns++
    const { searchParams } = new URL(request.originalUrl, 'http://host.invalid')
    const { status, headers, body, streamed } = answerAsTold(searchParams)
    response.status(status).set(headers)
    if (streamed && body !== undefined) Readable.from(piecesOf(body)).pipe(response)
    else response.end(body)
  })
  .get('/failure', () => {
    shop.handlerRuns++
    throw new Error('This route always fails')
  })
  // Express would write the stack to standard error.
  .set('env', 'test')

const server = createServer(app)
offerLivePrices(server, policy, shop)
announce(server, 'express')

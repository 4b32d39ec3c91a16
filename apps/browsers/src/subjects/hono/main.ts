import type { Server } from 'node:http'
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
import { cors } from '@cors/fetch'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { announce } from '../announce.js'

/** `@cors/fetch`, around a Hono application that has what the suite needs and no more. */
const policy = controllable({ origins: '*' })
const shop = createShop()

/** The server listens on loopback only. */
const guard: MiddlewareHandler = async (context, next) => {
  return mayControl({ remoteAddress: '127.0.0.1', headers: context.req.header() })
    ? next()
    : context.body(null, 403)
}

const streamOf = (body: string): ReadableStream<Uint8Array> => {
  const pieces = piecesOf(body)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}

const answer = (context: Context): Response => {
  shop.handlerRuns++
  const { status, headers, body, streamed } = answerAsTold(new URL(context.req.url).searchParams)
  const content = streamed && body !== undefined ? streamOf(body) : body
  return new Response(content ?? null, { status, headers })
}

/** Outside of the policy. */
const control = new Hono()
control.put(controlPolicyPath, guard, async (context) => {
  const { status, body } = replacePolicy(policy, await context.req.json())
  return body === undefined ? context.body(null, 204) : context.json(body, status as ContentfulStatusCode)
})
control.get(controlRunsPath, guard, (context) => context.json({ runs: shop.handlerRuns }))

const app = new Hono()
app.all(answerPath, answer)
app.get('/failure', () => {
  shop.handlerRuns++
  throw new Error('This route always fails')
})
app.onError((_error, context) => context.text('Internal Server Error', 500))

const withCors = cors({ policy })
control.mount('/', withCors(app.fetch))
const server = createAdaptorServer({ fetch: control.fetch }) as Server
offerLivePrices(server, policy, shop)
announce(server, 'hono')

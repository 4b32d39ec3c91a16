import type { NodeRequest, NodeResponse } from '@cors/core/adapter'
import type { AbstractHttpAdapter } from '@nestjs/core'
import type { BeforeReply } from './early-replies.js'
import { type ExpressApplication, ExpressRoutes } from './express-routes.js'
import { type FastifyApplication, FastifyRoutes } from './fastify-routes.js'
import type { RouteFinder } from './route-policies.js'

/** Where Express and Fastify differ. */
export interface Platform {
  readonly requestOf: (request: object) => NodeRequest
  readonly responseOf: (response: object) => NodeResponse
  /** The framework must not answer any more. */
  readonly takeOver: (response: object) => void
  /** Does the adapter go on when the promise of a hook is fulfilled, not only when the hook calls `done`? */
  readonly goesOnWhenFulfilled: boolean
  readonly findRoutes: (adapter: AbstractHttpAdapter) => RouteFinder
  /** Have something run before each reply, if the framework has a means for that. */
  readonly runBeforeReply?: (adapter: AbstractHttpAdapter, run: BeforeReply) => void
}

interface FastifyReply {
  readonly raw: NodeResponse
  getHeaders(): Readonly<Record<string, string | undefined>>
  hijack(): void
}

const express: Platform = {
  requestOf: (request) => request as NodeRequest,
  responseOf: (response) => response as NodeResponse,
  takeOver: () => {},
  goesOnWhenFulfilled: false,
  findRoutes: (adapter) => new ExpressRoutes(adapter.getInstance<ExpressApplication>()),
}

const fastify: Platform = {
  requestOf: (request) => (request as { readonly raw: NodeRequest }).raw,
  responseOf: (reply) => (reply as FastifyReply).raw,
  takeOver: (response) => {
    const reply = response as FastifyReply
    // What earlier hooks of an instance have set belongs to the answer, too.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    reply.hijack()
  },
  goesOnWhenFulfilled: true,
  findRoutes: (adapter) => new FastifyRoutes(adapter.getInstance<FastifyApplication>()),
  runBeforeReply: (adapter, run) => {
    adapter.getInstance<FastifyApplication>().addHook('onSend', (request, reply, _payload, done) => {
      const running = run(request, reply)
      if (running === undefined) done()
      else running.then(() => done(), done)
    })
  },
}

/** By the name that the adapter gives itself: importing either platform would make both necessary. */
export const platformOf = (adapter: AbstractHttpAdapter): Platform => {
  const type = adapter.getType()
  if (type === 'express') return express
  if (type === 'fastify') return fastify
  throw new Error(`CorsModule is for Express and for Fastify, not for the HTTP adapter "${type}".`)
}

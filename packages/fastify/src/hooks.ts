import type { CorsRequest } from '@cors/core'
import {
  answerPreflight,
  applyAtWriteHead,
  type CorsAnswer,
  isFinal,
  kindOf,
  readNodeRequest,
} from '@cors/core/adapter'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isHidden, preflightRouteOf } from './hidden-routes.js'
import { isRoot, type Options, registrationOf } from './registration.js'
import { type RouteTable, routesOf } from './route-table.js'

type Done = (error?: Error) => void
type Answer = CorsAnswer | undefined
type FinalAnswer = Parameters<typeof answerPreflight>[1]

/** Shared functions, no closure a request: most requests are answered without waiting for anything. */
type Respond = (request: FastifyRequest, reply: FastifyReply, answer: Answer, done: Done) => void

type Hook = (request: FastifyRequest, reply: FastifyReply, done: Done) => void

/**
 * Decide before anything that was added later runs: authentication, body parsing, validation, handlers. For the
 * root where no hook can have run before; while one policy governs the whole application, nothing but that is asked.
 */
export const createOnRequest =
  (routes: RouteTable): Hook =>
  (request, reply, done) => {
    const { sole } = routes
    const corsRequest = readNodeRequest(request.raw)
    if (sole === undefined) {
      decide(request, reply, corsRequest, respond, done)
      return
    }
    const answer = sole.decide(corsRequest, request)
    if (answer instanceof Promise) respondLater(request, reply, answer, sole.failure, respond, done)
    // Nobody has set a header on this reply yet; to ask for them would cost as much as to write the answer.
    else if (answer !== undefined && isFinal(answer)) endPreflight(reply, answer)
    else {
      applyAtWriteHead(reply.raw, answer)
      done()
    }
  }

/**
 * One decision a request, though two registrations may have brought a hook each. A registered symbol: the ESM and
 * the CommonJS build of this file may meet in one application.
 */
const DECIDED: unique symbol = Symbol.for('@cors/fastify/decided')

interface DecidedRequest extends FastifyRequest {
  [DECIDED]?: true
}

/** Is this the first hook of ours that sees the request? */
const isFirst = (request: DecidedRequest): boolean => {
  if (request[DECIDED] === true) return false
  request[DECIDED] = true
  return true
}

/** Where a request may meet several hooks of ours, or others before. */
export const onRequestOnce: Hook = (request, reply, done) => {
  if (isFirst(request)) decide(request, reply, readNodeRequest(request.raw), respond, done)
  else done()
}

/**
 * For an application that is governed in scopes only, all over it: their 404s come to the root, and their preflights
 * to whatever the application has for OPTIONS, where a function has to be asked first or the router found nothing.
 */
export const onUngoverned: Hook = (request, reply, done) => {
  if (isUnrouted(request) || isElsewhere(request)) onRequestOnce(request, reply, done)
  else done()
}

/** A preflight of which it is known whose it is, where no other hook would answer it. */
const isElsewhere = ({ server, raw }: FastifyRequest): boolean =>
  preflightRouteOf(raw) !== undefined && registrationOf(server) === undefined

/** A scope with a handler of its own for 404 has them itself, and of a preflight is known already whose it is. */
const isUnrouted = ({ is404, server, raw }: FastifyRequest): boolean =>
  is404 && isRoot(server) && preflightRouteOf(raw) === undefined

/** A hook that was added before has ended the request: its answer carries the headers of an actual response. */
export const onSend = (request: FastifyRequest, reply: FastifyReply, _: unknown, done: Done): void => {
  if (!isFirst(request)) done()
  else
    decide(
      request,
      reply,
      { ...readNodeRequest(request.raw), accessControlRequestMethod: undefined },
      apply,
      done,
    )
}

const decide = (
  request: FastifyRequest,
  reply: FastifyReply,
  corsRequest: CorsRequest,
  respond: Respond,
  done: Done,
): void => {
  const route = preflightRouteOf(request.raw)
  const options = route === undefined ? nearestOptions(request, corsRequest) : route.options
  const asked = route?.isUncacheable === true ? { ...corsRequest, preflightUncacheable: true } : corsRequest
  const answer = options?.decide(asked, request)
  if (answer instanceof Promise) respondLater(request, reply, answer, options?.failure, respond, done)
  else respond(request, reply, answer, done)
}

/*
 * What few requests need stands in functions of its own, here and below: V8 takes only so much into one compiled
 * function, and whatever came first would keep out what every request needs.
 */

const respondLater = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Promise<Answer>,
  failure: CorsAnswer | undefined,
  respond: Respond,
  done: Done,
): void => {
  // Stays where the policy function fails, and for whatever is written before there is an answer.
  applyAtWriteHead(reply.raw, failure)
  answer
    .then((later) => {
      // Otherwise something else, such as a timeout, answered while a function or a lookup was asked.
      if (!reply.sent) respond(request, reply, later, done)
    })
    // Fastify takes what is falsy for no error.
    .catch((error: unknown) => done((error || new Error('The CORS policy function failed.')) as Error))
}

const nearestOptions = (request: FastifyRequest, corsRequest: CorsRequest): Options | undefined => {
  const registration = registrationOf(request.server)
  const notFoundOptions = isUnrouted(request)
    ? routesOf(request.server)?.optionsOfUnrouted(request.raw)
    : undefined
  if (registration === undefined || notFoundOptions !== undefined) return notFoundOptions
  // A preflight is at an OPTIONS route, whose policy says nothing about the route that is asked about.
  const readsRoute = registration.routes.readsRouteConfig && kindOf(corsRequest) !== 'preflight'
  return readsRoute ? registration.routes.optionsOf(request, registration) : registration.options
}

const apply: Respond = (_, reply, answer, done) => {
  applyAtWriteHead(reply.raw, answer)
  done()
}

const respond: Respond = (request, reply, answer, done) => {
  if (answer !== undefined && isFinal(answer)) {
    respondToPreflight(reply, answer)
    return
  }
  applyAtWriteHead(reply.raw, answer)
  // A function said that CORS is off here, and the application has nothing for OPTIONS.
  if (preflightRouteOf(request.raw) !== undefined && isHidden(request.routeOptions.config))
    reply.callNotFound()
  else done()
}

const respondToPreflight = (reply: FastifyReply, answer: FinalAnswer): void => {
  // What hooks before have set belongs to the answer, too.
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  endPreflight(reply, answer)
}

/** Past Fastify's own writing, so that no hook that was added later runs. */
const endPreflight = (reply: FastifyReply, answer: FinalAnswer): void => {
  reply.hijack()
  answerPreflight(reply.raw, answer)
}

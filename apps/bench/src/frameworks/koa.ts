import { createServer } from 'node:http'
import { cors as ours } from '@cors/koa'
import peer from '@koa/cors'
import Koa, { type Middleware } from 'koa'
import type { Contender, Framework, Role } from '../contender.js'
import { constantHeaders } from '../limit/constant-headers.js'
import { writeAfterSet } from '../limit/write-head.js'
import { configOf, originFunctionOf, peerOptionsOf } from '../policies.js'
import type { PolicyShape, Work } from '../scenarios/scenario.js'
import { applyOf, lookOf, type Step, writeHeadOf } from '../steps.js'
import { contenderOf } from './http-server.js'

const limit = (work: Work, step?: Step): Middleware => {
  const headers = constantHeaders(work)
  if (work.answer === 'preflight') {
    return async (context) => {
      context.respond = false
      context.res.writeHead(204, headers).end()
    }
  }
  const writeHead = writeHeadOf(step, writeAfterSet(headers))
  return (context, next) => {
    context.res.writeHead = writeHead
    return next()
  }
}

const withPeer = (policy: PolicyShape): Middleware => {
  const { credentials, methods, allowedHeaders, maxAge } = peerOptionsOf(policy)
  const allow = originFunctionOf(policy)
  return peer({
    // Its types know a function that returns either, but not one that returns one or the other.
    origin: (context) => allow(context.get('Origin')) as string,
    credentials,
    allowMethods: methods,
    ...(allowedHeaders === undefined ? {} : { allowHeaders: allowedHeaders }),
    maxAge,
  })
}

const middlewareOf = (role: Role, work: Work): Middleware | undefined => {
  if (role === 'limit') return limit(work)
  if (role === 'peer') return withPeer(work.policy)
  return role === 'ours' ? (ours(configOf(work.policy)) as Middleware) : undefined
}

const middlewareOfStep = (step: Step, work: Work): Middleware => {
  if (step === 'applies') {
    const apply = applyOf(work)
    return (context, next) => {
      if (!apply(context.req, context.res)) return next()
      context.respond = false
      return undefined
    }
  }
  const look = lookOf(step, work)
  const rest = limit(work, step)
  return (context, next) => {
    look(context.req)
    return rest(context, next)
  }
}

const serve = (middleware: Middleware | undefined): Contender => {
  const app = new Koa()
  if (middleware !== undefined) app.use(middleware)
  app.use((context) => {
    if (context.method === 'OPTIONS') context.status = 204
    else context.body = 'ok'
  })
  return contenderOf(createServer(app.callback()))
}

export const koa: Framework = {
  name: 'Koa',
  peer: '@koa/cors',
  ours: '@cors/koa',
  start: async (role, work) => serve(middlewareOf(role, work)),
  startStep: async (step, work) => serve(middlewareOfStep(step, work)),
}

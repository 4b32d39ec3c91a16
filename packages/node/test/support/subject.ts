import { createHandlers, type Subject } from '@cors/conformance'
import type { CorsOptions } from '@cors/core/adapter'
import { serve } from '../../../../tooling/serve.js'
import { cors, type HttpRequest } from '../../src/index.js'
import type { CreateApplication } from './applications.js'

/** A middleware that was added before, and ends a request, ends it before this one is called: see the README. */
export const skip: NonNullable<Subject['skip']> = [
  'response/early',
  'response/early-denied',
  'response/early-no-origin',
  'response/early-preflight',
  'on-decision/early',
].map((id) => ({ id, reason: 'connect calls middlewares in order, so this one never sees the request' }))

export const subjectOf = (
  name: string,
  createApplication: CreateApplication,
  more: Partial<Subject> & { readonly create?: Parameters<typeof serve>[1] } = {},
): Subject => ({
  name: `@cors/node on ${name}`,
  sets: ['policy', 'options', 'start-up'],
  skip,
  ...more,
  start: async (options, routes) => {
    const handlers = createHandlers()
    const listener = createApplication(cors(options as CorsOptions<HttpRequest>), routes, handlers)
    return { ...(await serve(listener, more.create)), handlerRuns: handlers.runs }
  },
})

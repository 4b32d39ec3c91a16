import { createCorsPolicy } from '@cors/core'
import type { OptionsCase } from '../case.js'
import { pathOf } from '../native-request.js'
import { spec } from '../spec.js'
import { actualRequest, allowed, app, preflightRequest, ran, refused, stranger } from './build.js'
import { optionsCasesOf } from './options-of.js'

const everybody = createCorsPolicy({ origins: '*', methods: ['PUT'], maxAge: 600 })
const own = createCorsPolicy({ origins: [app], credentials: true, methods: ['PUT'], maxAge: 600 })
const ageless = createCorsPolicy({ origins: [stranger], methods: ['DELETE'] })

const methods = 'GET, HEAD, POST, PUT'

/** By path; later for some, so that a Promise is proven, too. */
const byPath = (request: unknown): typeof own | typeof everybody | Promise<typeof own> => {
  const path = pathOf(request)
  return path === '/created' ? Promise.resolve(own) : path.startsWith('/own') ? own : everybody
}

/** By method: for a preflight, the one that it asks about. */
const byMethod = (_: unknown, { method }: { readonly method: string }): typeof own =>
  method === 'PUT' ? own : ageless

export const policyFunctions: readonly OptionsCase[] = [
  ...optionsCasesOf({ policy: byPath }, [
    {
      id: 'function/constant',
      title: 'a constant policy that a function chose varies by Origin',
      spec: spec.policyFunction,
      request: actualRequest(stranger),
      expected: ran({ origin: '*' }),
    },
    {
      id: 'function/constant-no-origin',
      title: 'so it does without Origin',
      spec: spec.policyFunction,
      request: actualRequest(undefined),
      expected: ran({ origin: '*' }),
    },
    {
      id: 'function/promise',
      title: 'a function may answer by a Promise, for each path another policy',
      spec: spec.policyFunction,
      request: actualRequest(app, '/created', 'POST'),
      expected: ran({ origin: app, credentials: true }, { status: 201, body: 'created' }),
    },
    {
      id: 'function/promise-denied',
      title: 'the chosen policy denies',
      spec: spec.policyFunction,
      request: actualRequest(stranger, '/created', 'POST'),
      expected: ran(undefined, { status: 201 }),
    },
    {
      id: 'function/own-headers',
      title: "the chosen policy replaces the handler's CORS headers",
      spec: spec.ownHeaders,
      request: actualRequest(app, '/own-cors-headers'),
      expected: ran({ origin: app, credentials: true }),
    },
    {
      id: 'function/preflight-uncacheable',
      title: 'a function may tell methods apart: max-age is 0, whatever is configured',
      spec: spec.preflightCache,
      request: preflightRequest(stranger, 'PUT'),
      expected: allowed({ origin: '*', methods, maxAge: '0' }),
    },
    {
      id: 'function/preflight-promise',
      title: 'a preflight waits for the Promise',
      spec: spec.policyFunction,
      request: preflightRequest(app, 'PUT', undefined, '/created'),
      expected: allowed({ origin: app, credentials: true, methods, maxAge: '0' }),
    },
    {
      id: 'function/missing',
      title: 'the function is asked for a path that no route has',
      spec: spec.everyResponse,
      request: actualRequest(stranger, '/missing'),
      expected: ran({ origin: '*' }, { status: 404, handler: 'not run' }),
    },
  ]),
  ...optionsCasesOf({ policy: byMethod }, [
    {
      id: 'function/method-preflight',
      title: 'a preflight is judged by the policy for the method that it asks about',
      spec: spec.policyFunction,
      request: preflightRequest(app, 'PUT'),
      expected: allowed({ origin: app, credentials: true, methods, maxAge: '0' }),
    },
    {
      id: 'function/method-preflight-other',
      title: 'for another method by another policy, and without maxAge the age is 0, too',
      spec: spec.preflightCache,
      request: preflightRequest(stranger, 'DELETE'),
      expected: allowed({ origin: stranger, methods: 'GET, HEAD, POST, DELETE', maxAge: '0' }),
    },
    {
      id: 'function/method-preflight-denied',
      title: "one method's policy does not open another method",
      spec: spec.policyFunction,
      request: preflightRequest(app, 'DELETE'),
      expected: refused,
    },
    {
      id: 'function/method-actual',
      title: 'an actual request is judged by the policy for its own method',
      spec: spec.policyFunction,
      request: actualRequest(app, '/ok', 'PUT'),
      expected: ran({ origin: app, credentials: true }),
    },
    {
      id: 'function/method-options',
      title: 'OPTIONS that is no preflight is a method of its own',
      spec: spec.policyFunction,
      request: actualRequest(stranger, '/options', 'OPTIONS'),
      expected: ran({ origin: stranger }),
    },
  ]),
  ...optionsCasesOf({ policy: () => own, samePolicyForAllMethods: true }, [
    {
      id: 'function/same-for-all-methods',
      title: 'declared the same for all methods, the configured age stays',
      spec: spec.preflightCache,
      request: preflightRequest(app, 'PUT'),
      expected: allowed({ origin: app, credentials: true, methods, maxAge: '600' }),
    },
    {
      id: 'function/same-for-all-methods-actual',
      title: 'an actual response varies by Origin all the same',
      spec: spec.policyFunction,
      request: actualRequest(undefined),
      expected: ran(undefined),
    },
  ]),
]

import type { Expected, OptionsCase } from '../case.js'
import { pathOf } from '../native-request.js'
import { spec } from '../spec.js'
import { actualRequest, app, preflightRequest } from './build.js'
import { optionsCasesOf } from './options-of.js'

/** A server error of the framework's usual kind, which a cache must not take for another origin's answer. */
const serverError: Expected = {
  status: Array.from({ length: 100 }, (_, index) => 500 + index),
  headers: {},
  vary: ['Origin'],
  handler: 'not run',
}

const requests = [
  ['actual', 'an actual request', actualRequest(app)],
  ['no-origin', 'a request without Origin', actualRequest(undefined)],
  ['preflight', 'a preflight', preflightRequest(app, 'PUT')],
  [
    'own-options',
    "a preflight of a path with the application's own OPTIONS",
    preflightRequest(app, 'PUT', undefined, '/options'),
  ],
  ['missing', 'a path that no route has', actualRequest(app, '/missing')],
] as const

const cases = (prefix: string, how: string, vary: readonly string[]): Parameters<typeof optionsCasesOf>[1] =>
  requests.map(([id, title, request]) => ({
    id: `${prefix}/${id}`,
    title: `${title}: a policy function that ${how} is a server error without CORS headers`,
    spec: spec.policyFunction,
    request,
    expected: { ...serverError, vary },
  }))

const fail = (request: unknown): never => {
  throw new Error(`the policy function is made to fail for ${pathOf(request)}`)
}

export const policyFunctionFailures: readonly OptionsCase[] = [
  ...optionsCasesOf({ policy: fail }, cases('function-throws', 'throws', ['Origin'])),
  ...optionsCasesOf(
    { policy: async (request) => fail(request), vary: ['X-Tenant'] },
    cases('function-rejects', 'rejects', ['Origin', 'X-Tenant']),
  ),
]

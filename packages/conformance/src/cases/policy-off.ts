import type { OptionsCase } from '../case.js'
import { ownCorsHeaders } from '../routes/own-cors-headers.js'
import { spec } from '../spec.js'
import { actualRequest, app, preflightRequest, ran } from './build.js'
import { optionsCasesOf } from './options-of.js'

/** The same requests with `policy: false`, and with a function that returns it. */
const cases = (prefix: string, vary: readonly string[]): Parameters<typeof optionsCasesOf>[1] => [
  {
    id: `${prefix}/actual`,
    title: 'no CORS header is added',
    spec: spec.policyOff,
    request: actualRequest(app),
    expected: ran(undefined, { vary }),
  },
  {
    id: `${prefix}/preflight`,
    title: 'a preflight reaches the application',
    spec: spec.policyOff,
    request: preflightRequest(app, 'PUT', undefined, '/options'),
    expected: ran(undefined, { vary, body: 'options' }),
  },
  {
    id: `${prefix}/own-headers`,
    title: 'what the handler writes by hand stays',
    spec: spec.policyOff,
    request: actualRequest(app, '/own-cors-headers'),
    expected: { ...ran(undefined, { vary }), headers: ownCorsHeaders },
  },
  {
    id: `${prefix}/missing`,
    title: '404 is as without an adapter',
    spec: spec.policyOff,
    request: actualRequest(app, '/missing'),
    expected: ran(undefined, { vary, status: 404, handler: 'not run' }),
  },
]

export const policyOff: readonly OptionsCase[] = [
  ...optionsCasesOf({ policy: false }, cases('off', [])),
  // The function may have said so because of the origin.
  ...optionsCasesOf({ policy: () => false }, cases('function-off', ['Origin'])),
]

import type { RoutePolicyCase } from '../../case.js'
import type { ConformanceRoute } from '../../routes/route.js'
import { spec } from '../../spec.js'
import { actualRequest, allowed, app, preflightRequest, ran, refused } from '../build.js'
import {
  enclosing,
  enclosingAnswer,
  own,
  ownActual,
  ownAnswer,
  partner,
  routePolicyCasesOf,
} from './build.js'

const routes: readonly ConformanceRoute[] = [
  { method: 'GET', path: '/inherits', behaviour: 'ok' },
  { method: 'PUT', path: '/inherits', behaviour: 'ok' },
  { method: 'PUT', path: '/own', behaviour: 'ok', policy: own },
  { method: 'GET', path: '/own-throws', behaviour: 'throw', policy: own },
  { method: 'GET', path: '/own-unauthorized', behaviour: 'unauthorized', policy: own },
  { method: 'GET', path: '/own-bad-request', behaviour: 'bad-request', policy: own },
  { method: 'POST', path: '/own-json', behaviour: 'json', policy: own },
  { method: 'GET', path: '/off', behaviour: 'own-cors-headers', policy: false },
  { method: 'PUT', path: '/off', behaviour: 'ok', policy: false },
  { method: 'OPTIONS', path: '/off', behaviour: 'options', policy: false },
  { method: 'PUT', path: '/off-without-options', behaviour: 'ok', policy: false },
]

const off = { vary: [] }
const notRun = { handler: 'not run' } as const

/** Each path has one policy. */
export const separatePaths: readonly RoutePolicyCase[] = routePolicyCasesOf({ policy: enclosing }, routes, [
  {
    id: 'route/inherits-preflight',
    title: "a route without a policy has the application's, and keeps its age",
    spec: spec.routePolicy,
    request: preflightRequest(app, 'PUT', undefined, '/inherits'),
    expected: allowed({ ...enclosingAnswer, maxAge: '600' }),
  },
  {
    id: 'route/inherits-actual',
    title: "a route without a policy has the application's",
    spec: spec.routePolicy,
    request: actualRequest(app, '/inherits'),
    expected: ran({ origin: app }),
  },
  {
    id: 'route/missing-preflight',
    title: "a path that no route has has the application's policy",
    spec: spec.routePolicy,
    request: preflightRequest(app, 'PUT', undefined, '/missing'),
    expected: allowed({ ...enclosingAnswer, maxAge: '600' }),
  },
  {
    id: 'route/own-preflight',
    level: 'SHOULD',
    title: "a route's own policy answers its preflight; the only policy of its path keeps its age",
    spec: spec.routePolicy,
    request: preflightRequest(partner, 'PUT', 'content-type', '/own'),
    expected: allowed({ ...ownAnswer, maxAge: '300' }),
  },
  {
    id: 'route/own-preflight-denied',
    title: "an origin of the application's policy is denied by the route's own",
    spec: spec.routePolicy,
    request: preflightRequest(app, 'PUT', undefined, '/own'),
    expected: refused,
  },
  {
    id: 'route/own-actual',
    title: "a route's own policy decides alone",
    spec: spec.routePolicy,
    request: actualRequest(partner, '/own', 'PUT'),
    expected: ran(ownActual),
  },
  {
    id: 'route/own-actual-denied',
    title: "nothing of the application's policy is left",
    spec: spec.routePolicy,
    request: actualRequest(app, '/own', 'PUT'),
    expected: ran(undefined),
  },
  {
    id: 'route/own-throws',
    title: "a thrown error has the route's own headers",
    spec: spec.everyResponse,
    request: actualRequest(partner, '/own-throws'),
    expected: ran(ownActual, { status: 500, handler: 'threw' }),
  },
  {
    id: 'route/own-unauthorized',
    title: "401 of a guard has the route's own headers",
    spec: spec.everyResponse,
    request: actualRequest(partner, '/own-unauthorized'),
    expected: ran(ownActual, { status: 401, ...notRun }),
  },
  {
    id: 'route/own-bad-request',
    title: "400 of validation has the route's own headers",
    spec: spec.everyResponse,
    request: actualRequest(partner, '/own-bad-request'),
    expected: ran(ownActual, { status: 400, ...notRun }),
  },
  {
    id: 'route/own-malformed-body',
    title: "400 of the body parser has the route's own headers",
    spec: spec.everyResponse,
    request: {
      method: 'POST',
      path: '/own-json',
      headers: [
        ['Origin', partner],
        ['Content-Type', 'application/json'],
      ],
      body: '{"a":',
    },
    expected: ran(ownActual, { status: 400, ...notRun }),
  },
  {
    id: 'route/off-actual',
    title: 'false: as if no adapter were there',
    spec: spec.policyOff,
    request: actualRequest(app, '/off', 'PUT'),
    expected: ran(undefined, off),
  },
  {
    id: 'route/off-own-headers',
    title: 'false: what the handler writes by hand stays',
    spec: spec.policyOff,
    request: actualRequest(app, '/off'),
    expected: ran(
      {
        origin: 'https://handler.example',
        credentials: true,
        methods: 'PURGE',
        headers: 'x-by-hand',
        maxAge: '86400',
        expose: 'x-handler',
      },
      off,
    ),
  },
  {
    id: 'route/off-preflight',
    title: "false: the preflight reaches the application's own OPTIONS",
    spec: spec.policyOff,
    request: preflightRequest(app, 'PUT', undefined, '/off'),
    expected: ran(undefined, { ...off, body: 'options' }),
  },
  {
    id: 'route/off-preflight-without-options',
    title: "false: without an OPTIONS handler the framework's own answer stands",
    spec: spec.policyOff,
    request: preflightRequest(app, 'PUT', undefined, '/off-without-options'),
    expected: ran(undefined, { ...off, status: [200, 204, 404, 405], ...notRun }),
  },
])

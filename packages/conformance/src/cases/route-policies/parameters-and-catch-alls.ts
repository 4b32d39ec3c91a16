import type { RoutePolicyCase } from '../../case.js'
import type { ConformanceRoute } from '../../routes/route.js'
import { spec } from '../../spec.js'
import { actualRequest, allowed, app, preflightRequest, ran, refused, stranger } from '../build.js'
import {
  enclosing,
  enclosingAnswer,
  everybody,
  own,
  ownActual,
  ownAnswer,
  partner,
  routePolicyCasesOf,
} from './build.js'

const parameters: readonly ConformanceRoute[] = [
  { method: 'GET', path: '/things/:id', behaviour: 'ok' },
  { method: 'PUT', path: '/things/:id', behaviour: 'ok', policy: own },
  { method: 'OPTIONS', path: '/things/:id', behaviour: 'options', policy: everybody },
]

const catchAll: readonly ConformanceRoute[] = [
  { method: 'GET', path: '/ok', behaviour: 'ok' },
  { method: 'PUT', path: '/things/:id', behaviour: 'ok', policy: own },
  { method: '*', path: '/*', behaviour: 'ok', policy: everybody },
]

const switchedOff: readonly ConformanceRoute[] = [
  { method: 'GET', path: '/ok', behaviour: 'ok' },
  { method: 'PUT', path: '/ok', behaviour: 'ok', policy: own },
  { method: 'OPTIONS', path: '/ok', behaviour: 'options' },
]

const uncacheable = { maxAge: '0' } as const

export const parametersAndCatchAlls: readonly RoutePolicyCase[] = [
  ...routePolicyCasesOf({ policy: enclosing }, parameters, [
    {
      id: 'parameter/preflight-put',
      title: "a path with a parameter is judged by its route's policy, not by that of its OPTIONS route",
      spec: spec.routePolicy,
      request: preflightRequest(partner, 'PUT', undefined, '/things/7'),
      expected: allowed({ ...ownAnswer, ...uncacheable }),
    },
    {
      id: 'parameter/preflight-put-denied',
      title: "the OPTIONS route's policy for everybody does not open PUT",
      spec: spec.routePolicy,
      request: preflightRequest(stranger, 'PUT', undefined, '/things/7'),
      expected: refused,
    },
    {
      id: 'parameter/preflight-get',
      title: "GET beside it has the application's policy",
      spec: spec.routePolicy,
      request: preflightRequest(app, 'GET', undefined, '/things/7?a=b'),
      expected: allowed({ ...enclosingAnswer, ...uncacheable }),
    },
    {
      id: 'parameter/actual-options',
      title: "the application's own OPTIONS keeps working, with its own policy",
      spec: spec.routePolicy,
      request: actualRequest(stranger, '/things/7', 'OPTIONS'),
      expected: ran({ origin: '*' }, { vary: [], body: 'options' }),
    },
    {
      id: 'parameter/actual-put',
      title: "PUT has PUT's policy",
      spec: spec.routePolicy,
      request: actualRequest(partner, '/things/7', 'PUT'),
      expected: ran(ownActual),
    },
  ]),
  ...routePolicyCasesOf({ policy: enclosing }, catchAll, [
    {
      id: 'catch-all/preflight-put',
      title: "a route's policy answers, not a catch-all's",
      spec: spec.routePolicy,
      request: preflightRequest(partner, 'PUT', undefined, '/things/7'),
      expected: allowed({ ...ownAnswer, ...uncacheable }),
    },
    {
      id: 'catch-all/preflight-put-denied',
      title: "a catch-all's policy for everybody does not open a route",
      spec: spec.routePolicy,
      request: preflightRequest(stranger, 'PUT', undefined, '/things/7'),
      expected: refused,
    },
    {
      id: 'catch-all/preflight-elsewhere',
      title: 'a path that only the catch-all has is judged by its policy',
      spec: spec.routePolicy,
      request: preflightRequest(stranger, 'PUT', undefined, '/any/where'),
      expected: allowed({ origin: '*', maxAge: '60' }),
    },
    {
      id: 'catch-all/actual-elsewhere',
      title: 'and so is the request itself',
      spec: spec.routePolicy,
      request: actualRequest(stranger, '/any/where', 'PUT'),
      expected: ran({ origin: '*' }, { vary: [] }),
    },
    {
      id: 'catch-all/actual-inherits',
      title: "a route without a policy has the application's, not the catch-all's",
      spec: spec.routePolicy,
      request: actualRequest(stranger),
      expected: ran(undefined),
    },
    {
      id: 'catch-all/preflight-head',
      title: "HEAD is judged as GET is, not by the catch-all's policy for all methods",
      spec: spec.routePolicy,
      request: preflightRequest(stranger, 'HEAD'),
      expected: refused,
    },
    {
      id: 'catch-all/actual-head',
      title: 'and so is the request itself',
      spec: spec.routePolicy,
      request: actualRequest(stranger, '/ok', 'HEAD'),
      expected: ran(undefined, { body: '' }),
    },
  ]),
  ...routePolicyCasesOf({ policy: false }, switchedOff, [
    {
      id: 'enclosing-off/preflight-own',
      title: "a route's own policy counts where the application has none",
      spec: spec.routePolicy,
      request: preflightRequest(partner, 'PUT'),
      expected: allowed({ ...ownAnswer, ...uncacheable }),
    },
    {
      id: 'enclosing-off/actual-own',
      title: 'and so for the request itself',
      spec: spec.routePolicy,
      request: actualRequest(partner, '/ok', 'PUT'),
      expected: ran(ownActual),
    },
    {
      id: 'enclosing-off/preflight-inherits',
      title: 'the other routes have none: their preflight reaches the application',
      spec: spec.policyOff,
      request: preflightRequest(app, 'GET'),
      expected: ran(undefined, { vary: [], body: 'options' }),
    },
    {
      id: 'enclosing-off/actual-inherits',
      title: 'and their response has no CORS header',
      spec: spec.policyOff,
      request: actualRequest(app),
      expected: ran(undefined, { vary: [] }),
    },
  ]),
]

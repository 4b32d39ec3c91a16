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

const routes: readonly ConformanceRoute[] = [
  { method: 'GET', path: '/mixed', behaviour: 'ok', policy: everybody },
  { method: 'PUT', path: '/mixed', behaviour: 'ok', policy: own },
  { method: 'POST', path: '/mixed', behaviour: 'ok', policy: false },
  { method: 'DELETE', path: '/mixed', behaviour: 'ok' },
  { method: 'OPTIONS', path: '/mixed', behaviour: 'options' },
  // HEAD stands before GET: some frameworks add HEAD by themselves when they see GET.
  { method: 'HEAD', path: '/head', behaviour: 'ok', policy: own },
  { method: 'GET', path: '/head', behaviour: 'ok', policy: everybody },
]

const mixed = (origin: string, method: string): ReturnType<typeof preflightRequest> =>
  preflightRequest(origin, method, undefined, '/mixed')

/** Browsers keep an answer by URL, not by method: where methods differ, it must not be kept. */
const uncacheable = { maxAge: '0' } as const
const off = { vary: [] }

export const mixedPaths: readonly RoutePolicyCase[] = routePolicyCasesOf({ policy: enclosing }, routes, [
  {
    id: 'mixed/preflight-get',
    title: "GET's policy answers for GET, and the answer is not kept",
    spec: spec.preflightCache,
    request: mixed(stranger, 'GET'),
    expected: allowed({ origin: '*', ...uncacheable }),
  },
  {
    id: 'mixed/preflight-head',
    title: "HEAD means GET's policy where HEAD has none",
    spec: spec.routePolicy,
    request: mixed(stranger, 'HEAD'),
    expected: allowed({ origin: '*', ...uncacheable }),
  },
  {
    id: 'mixed/preflight-put',
    title: "PUT's policy answers for PUT",
    spec: spec.preflightCache,
    request: mixed(partner, 'PUT'),
    expected: allowed({ ...ownAnswer, ...uncacheable }),
  },
  {
    id: 'mixed/preflight-put-denied',
    title: "GET's policy for everybody does not open PUT",
    spec: spec.routePolicy,
    request: mixed(stranger, 'PUT'),
    expected: refused,
  },
  {
    id: 'mixed/preflight-delete',
    title: "a route without a policy has the application's, and the answer is not kept",
    spec: spec.preflightCache,
    request: mixed(app, 'DELETE'),
    expected: allowed({ ...enclosingAnswer, ...uncacheable }),
  },
  {
    id: 'mixed/preflight-delete-denied',
    title: "PUT's policy does not open DELETE",
    spec: spec.routePolicy,
    request: mixed(partner, 'DELETE'),
    expected: refused,
  },
  {
    id: 'mixed/preflight-off',
    title: 'false for POST: its preflight reaches the application',
    spec: spec.policyOff,
    request: mixed(app, 'POST'),
    expected: ran(undefined, { ...off, body: 'options' }),
  },
  {
    id: 'mixed/preflight-unknown-method',
    title: "a method without a route falls to the application's policy; its answer would speak for PUT, too",
    spec: spec.preflightCache,
    request: mixed(app, 'PATCH'),
    expected: allowed({ ...enclosingAnswer, ...uncacheable }),
  },
  {
    id: 'mixed/preflight-unknown-method-denied',
    title: "a method without a route is not judged by another method's policy",
    spec: spec.routePolicy,
    request: mixed(partner, 'PATCH'),
    expected: refused,
  },
  {
    id: 'mixed/preflight-lower-case-method',
    title: 'methods are case-sensitive: there is no route for put',
    spec: spec.routePolicy,
    request: mixed(partner, 'put'),
    expected: refused,
  },
  {
    id: 'mixed/preflight-malformed-method',
    title: "a method that is no token falls to the application's policy",
    spec: spec.routePolicy,
    request: mixed(app, 'P UT'),
    expected: allowed({ ...enclosingAnswer, ...uncacheable }),
  },
  {
    id: 'mixed/preflight-empty-method',
    title: "an empty method falls to the application's policy",
    spec: spec.routePolicy,
    request: mixed(app, ''),
    expected: allowed({ ...enclosingAnswer, ...uncacheable }),
  },
  {
    id: 'mixed/actual-get',
    title: "GET has GET's policy",
    spec: spec.routePolicy,
    request: actualRequest(stranger, '/mixed'),
    expected: ran({ origin: '*' }, { vary: [] }),
  },
  {
    id: 'mixed/actual-head',
    title: "HEAD has GET's policy",
    spec: spec.routePolicy,
    request: actualRequest(stranger, '/mixed', 'HEAD'),
    expected: ran({ origin: '*' }, { vary: [], body: '' }),
  },
  {
    id: 'mixed/actual-put',
    title: "PUT has PUT's policy",
    spec: spec.routePolicy,
    request: actualRequest(partner, '/mixed', 'PUT'),
    expected: ran(ownActual),
  },
  {
    id: 'mixed/actual-post',
    title: 'POST has none',
    spec: spec.policyOff,
    request: actualRequest(app, '/mixed', 'POST'),
    expected: ran(undefined, off),
  },
  {
    id: 'mixed/actual-delete',
    title: "DELETE has the application's policy",
    spec: spec.routePolicy,
    request: actualRequest(app, '/mixed', 'DELETE'),
    expected: ran({ origin: app }),
  },
  {
    id: 'mixed/actual-options',
    title: "OPTIONS that is no preflight has its own route's policy",
    spec: spec.routePolicy,
    request: actualRequest(app, '/mixed', 'OPTIONS'),
    expected: ran({ origin: app }, { body: 'options' }),
  },
  {
    id: 'mixed/actual-unknown-method',
    title: "a method without a route has the application's policy",
    spec: spec.everyResponse,
    request: actualRequest(app, '/mixed', 'PATCH'),
    expected: ran({ origin: app }, { status: [404, 405], handler: 'not run' }),
  },
  {
    id: 'mixed/head-own-preflight',
    title: 'HEAD has its own policy where it has a route of its own',
    spec: spec.routePolicy,
    request: preflightRequest(partner, 'HEAD', undefined, '/head'),
    expected: allowed({ ...ownAnswer, ...uncacheable }),
  },
  {
    id: 'mixed/head-own-preflight-denied',
    title: "GET's policy does not open HEAD then",
    spec: spec.routePolicy,
    request: preflightRequest(stranger, 'HEAD', undefined, '/head'),
    expected: refused,
  },
])

import type { CorsConfig } from '@cors/core'
import type { PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import {
  actualRequest,
  allowed,
  app,
  casesOf,
  decision,
  preflightRequest,
  ran,
  refused,
  stranger,
} from './build.js'

const partner = 'https://shop.partner.example'

const open: CorsConfig = [
  {
    origins: [app],
    credentials: true,
    methods: ['PUT', 'DELETE'],
    allowedHeaders: ['Content-Type'],
    exposedHeaders: ['X-Own'],
  },
  { origins: ['https://*.partner.example'], methods: ['PATCH'], maxAge: 60 },
  { origins: '*', exposedHeaders: ['ETag'] },
]

const closed: CorsConfig = [
  { origins: [app], credentials: true },
  { origins: ['https://*.partner.example'], methods: ['PUT'] },
]

/** An exact origin behind a rule for everybody else's pattern, and one that two rules could match. */
const overlapping: CorsConfig = [
  { origins: ['https://api.partner.example'], credentials: true },
  { origins: ['https://*.partner.example'] },
]

export const rules: readonly PolicyCase[] = [
  ...casesOf(open, [
    {
      id: 'rules/first-actual',
      title: 'the first rule decides for its origin, and gets nothing of the last',
      spec: spec.firstRule,
      request: actualRequest(app),
      decision: decision('actual', 'origin-exact'),
      expected: ran({ origin: app, credentials: true, expose: 'x-own' }),
    },
    {
      id: 'rules/first-preflight',
      title: "the first rule's preflight lists what the first rule lists",
      spec: spec.firstRule,
      request: preflightRequest(app, 'PATCH'),
      decision: decision('preflight', 'origin-exact'),
      expected: allowed({
        origin: app,
        credentials: true,
        methods: 'GET, HEAD, POST, PUT, DELETE',
        headers: 'content-type',
      }),
    },
    {
      id: 'rules/second-actual',
      title: 'the second rule gives no credentials because the first does',
      spec: spec.firstRule,
      request: actualRequest(partner),
      decision: decision('actual', 'origin-pattern'),
      expected: ran({ origin: partner }),
    },
    {
      id: 'rules/second-preflight',
      title: "the second rule's preflight is the second rule's alone",
      spec: spec.firstRule,
      request: preflightRequest(partner, 'PUT', 'content-type'),
      decision: decision('preflight', 'origin-pattern'),
      expected: allowed({ origin: partner, methods: 'GET, HEAD, POST, PATCH', maxAge: '60' }),
    },
    {
      id: 'rules/everybody-actual',
      title: 'everybody else gets *, and the response still varies by Origin',
      spec: spec.httpCaches,
      request: actualRequest(stranger),
      decision: decision('actual', 'origin-any'),
      expected: ran({ origin: '*', expose: 'etag' }),
    },
    {
      id: 'rules/everybody-opaque',
      title: 'the opaque origin is everybody else',
      spec: spec.opaqueOrigin,
      request: actualRequest('null'),
      decision: decision('actual', 'origin-any'),
      expected: ran({ origin: '*', expose: 'etag' }),
    },
    {
      id: 'rules/everybody-malformed',
      title: "a list that holds the first rule's origin is everybody else",
      spec: spec.firstRule,
      request: actualRequest(`${app}, ${partner}`),
      decision: decision('actual', 'origin-any'),
      expected: ran({ origin: '*', expose: 'etag' }),
    },
    {
      id: 'rules/everybody-preflight',
      title: "everybody else's preflight gets no method of the other rules",
      spec: spec.firstRule,
      request: preflightRequest(stranger, 'PUT'),
      decision: decision('preflight', 'origin-any'),
      expected: allowed({ origin: '*' }),
    },
    {
      id: 'rules/no-origin',
      title: 'several rules are keyed by origin, also with one for everybody',
      spec: spec.httpCaches,
      request: actualRequest(undefined),
      decision: decision('non-cors', 'no-origin'),
      expected: ran(undefined),
    },
  ]),
  ...casesOf(closed, [
    {
      id: 'rules/none-actual',
      title: 'an origin that no rule matches gets nothing',
      spec: spec.firstRule,
      request: actualRequest(stranger),
      decision: decision('actual', 'origin-not-listed'),
      expected: ran(undefined),
    },
    {
      id: 'rules/none-preflight',
      title: 'its preflight is denied',
      spec: spec.firstRule,
      request: preflightRequest(stranger, 'PUT'),
      decision: decision('preflight', 'origin-not-listed'),
      expected: refused,
    },
  ]),
  ...casesOf(overlapping, [
    {
      id: 'rules/overlap-first',
      title: 'of two rules that match, the first one decides',
      spec: spec.firstRule,
      request: actualRequest('https://api.partner.example'),
      decision: decision('actual', 'origin-exact'),
      expected: ran({ origin: 'https://api.partner.example', credentials: true }),
    },
    {
      id: 'rules/overlap-second',
      title: "what only the second matches is the second's",
      spec: spec.firstRule,
      request: actualRequest('https://web.partner.example'),
      decision: decision('actual', 'origin-pattern'),
      expected: ran({ origin: 'https://web.partner.example' }),
    },
  ]),
]

import type { CorsConfig, CorsReason, OriginLookup } from '@cors/core'
import type { Expected, PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { actualRequest, allowed, app, casesOf, decision, preflightRequest, ran, refused } from './build.js'

/** What the lookup does is in the first label of the origin that it is asked about. */
const behaviours: Readonly<Record<string, () => unknown>> = {
  true: () => true,
  'promise-true': () => Promise.resolve(true),
  'later-true': () => new Promise((resolve) => setTimeout(resolve, 10, true)),
  false: () => false,
  'promise-false': () => Promise.resolve(false),
  number: () => 1,
  text: () => 'true',
  object: () => ({}),
  undefined: () => undefined,
  'promise-number': () => Promise.resolve(1),
  throws: () => {
    throw new Error('the lookup is made to throw')
  },
  'throws-nothing': () => {
    throw undefined
  },
  rejects: () => Promise.reject(new Error('the lookup is made to reject')),
  'never-answers': () => new Promise(() => {}),
}

/** Throws for what it must not be asked about: a decision other than a failed lookup proves that it was not. */
const lookup = ((origin: string) => {
  const { hostname } = new URL(origin)
  const behaviour = behaviours[hostname.split('.')[0] ?? '']
  if (behaviour === undefined) throw new Error(`the lookup was asked about ${origin}`)
  return behaviour()
}) as OriginLookup

const origins = [app, 'https://*.static.example.com', lookup]
const plain: CorsConfig = { origins, methods: ['PUT'], lookupTimeout: 50 }
const followed: CorsConfig = [{ origins, lookupTimeout: 50 }, { origins: '*' }]
const credentialed: CorsConfig = { origins, credentials: true, lookupTimeout: 50 }
const insecure: CorsConfig = { origins: [lookup], credentials: true, dangerouslyAllowInsecureOrigins: true }

const at = (behaviour: string, scheme = 'https'): string => `${scheme}://${behaviour}.lookup.example`

const failed: Pick<Expected, 'headers' | 'vary'> = { headers: {}, vary: ['*'] }
const failedActual: Expected = { ...failed, status: 200, handler: 'ran', body: 'ok' }
const failedPreflight: Expected = { ...failed, status: 503, handler: 'not run', body: '' }

const verdicts: readonly (readonly [behaviour: string, CorsReason])[] = [
  ['true', 'origin-lookup'],
  ['promise-true', 'origin-lookup'],
  ['later-true', 'origin-lookup'],
  ['false', 'origin-not-listed'],
  ['promise-false', 'origin-not-listed'],
  ['number', 'origin-not-listed'],
  ['text', 'origin-not-listed'],
  ['object', 'origin-not-listed'],
  ['undefined', 'origin-not-listed'],
  ['promise-number', 'origin-not-listed'],
  ['throws', 'origin-lookup-failed'],
  ['throws-nothing', 'origin-lookup-failed'],
  ['rejects', 'origin-lookup-failed'],
  ['never-answers', 'origin-lookup-failed'],
]

const expectedActual = (reason: CorsReason, origin: string): Expected => {
  if (reason === 'origin-lookup-failed') return failedActual
  return ran(reason === 'origin-lookup' ? { origin } : undefined)
}

const expectedPreflight = (reason: CorsReason, origin: string): Expected => {
  if (reason === 'origin-lookup-failed') return failedPreflight
  return reason === 'origin-lookup' ? allowed({ origin, methods: 'GET, HEAD, POST, PUT' }) : refused
}

/** Never asked: listed already, or no origin that a pattern could name. */
const unasked: readonly (readonly [id: string, origin: string, CorsReason])[] = [
  ['listed', app, 'origin-exact'],
  ['pattern', 'https://a.static.example.com', 'origin-pattern'],
  ['opaque', 'null', 'origin-opaque'],
  ['empty', '', 'origin-malformed'],
  ['malformed', 'https://TRUE.lookup.example', 'origin-malformed'],
  ['path', 'https://true.lookup.example/', 'origin-malformed'],
  ['list', 'https://true.lookup.example, https://a.example', 'origin-malformed'],
  ['pattern-shaped', 'https://*.lookup.example', 'origin-malformed'],
  ['over-long', `https://true.${'a.'.repeat(170)}example`, 'origin-malformed'],
]

export const lookups: readonly PolicyCase[] = [
  ...casesOf(plain, [
    ...verdicts.map(([behaviour, reason]) => ({
      id: `lookup/${behaviour}-actual`,
      title: `a lookup that answers "${behaviour}": ${reason}`,
      spec: spec.lookup,
      request: actualRequest(at(behaviour)),
      decision: decision('actual', reason),
      expected: expectedActual(reason, at(behaviour)),
    })),
    ...verdicts.map(([behaviour, reason]) => ({
      id: `lookup/${behaviour}-preflight`,
      title: `a preflight whose lookup answers "${behaviour}": ${reason}`,
      spec: spec.lookup,
      request: preflightRequest(at(behaviour), 'PUT'),
      decision: decision('preflight', reason),
      expected: expectedPreflight(reason, at(behaviour)),
    })),
    ...unasked.map(([id, origin, reason]) => ({
      id: `lookup/unasked-${id}`,
      title: `the lookup is not asked: ${reason}`,
      spec: spec.lookup,
      request: actualRequest(origin),
      decision: decision('actual', reason),
      expected: ran(reason === 'origin-exact' || reason === 'origin-pattern' ? { origin } : undefined),
    })),
    {
      id: 'lookup/no-origin',
      title: 'without Origin the lookup is not asked',
      spec: spec.lookup,
      request: actualRequest(undefined),
      decision: decision('non-cors', 'no-origin'),
      expected: ran(undefined),
    },
    {
      id: 'lookup/failed-own-vary',
      title: "a failed lookup's * stands beside or in place of the handler's own Vary",
      spec: spec.vary,
      request: actualRequest(at('throws'), '/own-vary'),
      decision: decision('actual', 'origin-lookup-failed'),
      expected: { ...failedActual, body: 'own-vary', mayVary: ['Accept-Encoding'] },
    },
  ]),
  ...casesOf(followed, [
    {
      id: 'lookup/false-then-rule',
      title: 'a lookup that says no leaves the decision to the next rule',
      spec: spec.firstRule,
      request: actualRequest(at('false')),
      decision: decision('actual', 'origin-any'),
      expected: ran({ origin: '*' }),
    },
    {
      id: 'lookup/failed-then-rule',
      title: 'a lookup that fails ends the decision: no later rule is asked',
      spec: spec.lookup,
      request: actualRequest(at('throws')),
      decision: decision('actual', 'origin-lookup-failed'),
      expected: failedActual,
    },
    {
      id: 'lookup/failed-then-rule-preflight',
      title: 'a lookup that fails ends the decision of a preflight, too',
      spec: spec.lookup,
      request: preflightRequest(at('never-answers'), 'PUT'),
      decision: decision('preflight', 'origin-lookup-failed'),
      expected: failedPreflight,
    },
    {
      id: 'lookup/opaque-then-rule',
      title: 'what the lookup is not asked about goes to the next rule',
      spec: spec.firstRule,
      request: actualRequest('null'),
      decision: decision('actual', 'origin-any'),
      expected: ran({ origin: '*' }),
    },
  ]),
  ...casesOf(credentialed, [
    {
      id: 'lookup/credentials',
      title: 'an origin that a lookup allows may send credentials',
      spec: spec.credentials,
      request: actualRequest(at('true')),
      decision: decision('actual', 'origin-lookup'),
      expected: ran({ origin: at('true'), credentials: true }),
    },
    {
      id: 'lookup/insecure',
      title: 'with credentials the lookup is not asked about an insecure origin',
      spec: spec.lookup,
      request: actualRequest(at('true', 'http')),
      decision: decision('actual', 'origin-insecure'),
      expected: ran(undefined),
    },
    {
      id: 'lookup/insecure-preflight',
      title: 'the preflight of an insecure origin is denied, not failed',
      spec: spec.lookup,
      request: preflightRequest(at('throws', 'http'), 'PUT'),
      decision: decision('preflight', 'origin-insecure'),
      expected: refused,
    },
    {
      id: 'lookup/loopback',
      title: 'a loopback origin is not insecure',
      spec: spec.lookup,
      request: actualRequest('http://true.localhost:3000'),
      decision: decision('actual', 'origin-lookup'),
      expected: ran({ origin: 'http://true.localhost:3000', credentials: true }),
    },
  ]),
  ...casesOf(insecure, [
    {
      id: 'lookup/insecure-opt-in',
      title: 'with the opt-in it is asked about an insecure origin, too',
      spec: spec.lookup,
      request: actualRequest(at('true', 'http')),
      decision: decision('actual', 'origin-lookup'),
      expected: ran({ origin: at('true', 'http'), credentials: true }),
    },
  ]),
]

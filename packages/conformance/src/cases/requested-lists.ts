import type { CorsConfig } from '@cors/core'
import type { PolicyCase } from '../case.js'
import { type SpecReference, spec } from '../spec.js'
import {
  allowed,
  app,
  casesOf,
  decision,
  preflightRequest,
  preflightVary,
  refused,
  stranger,
} from './build.js'

const origins = [app]
const both: CorsConfig = { origins, credentials: true, methods: '*', allowedHeaders: '*', maxAge: 60 }
const methodsOnly: CorsConfig = { origins, credentials: true, methods: '*', allowedHeaders: ['X-A'] }
const headersOnly: CorsConfig = { origins, credentials: true, methods: ['PUT'], allowedHeaders: ['*'] }
const andAuthorization: CorsConfig = { origins, credentials: true, allowedHeaders: ['*', 'Authorization'] }

const answer = { origin: app, credentials: true, maxAge: '60' } as const
const variesByHeaders = { vary: [...preflightVary, 'Access-Control-Request-Headers'] }

type MethodRow = readonly [id: string, title: string, method: string, isSent: boolean, SpecReference?]

const methods: readonly MethodRow[] = [
  ['put', 'a usual method', 'PUT', true],
  ['lower-case', 'a lower-case method, byte for byte', 'patch', true],
  ['custom', 'a method of odd token characters', "A!#$%&'*+-.^_`|~z", true],
  ['safelisted', 'a safelisted method', 'GET', true],
  ['longest', 'a method of 64 characters', 'M'.repeat(64), true],
  ['too-long', 'a method of 65 characters', 'M'.repeat(65), false],
  ['connect', 'CONNECT', 'CONNECT', false, spec.forbiddenMethod],
  ['trace', 'TRACE', 'TRACE', false, spec.forbiddenMethod],
  ['track', 'TRACK', 'TRACK', false, spec.forbiddenMethod],
  ['connect-lower-case', 'connect', 'connect', false, spec.forbiddenMethod],
  ['trace-mixed-case', 'tRaCe', 'tRaCe', false, spec.forbiddenMethod],
  ['track-mixed-case', 'Track', 'Track', false, spec.forbiddenMethod],
  ['space', 'a space within', 'PU T', false],
  ['list', 'a list', 'PUT, DELETE', false],
  ['empty', 'an empty method', '', false],
  ['byte', 'a byte beyond ASCII', 'P\xdcT', false],
  ['quote', 'a quoted method', '"PUT"', false],
]

type NamesRow = readonly [
  id: string,
  title: string,
  asked: string | readonly string[],
  sent: string | undefined,
]

const name = (length: number): string => 'x'.repeat(length)
const many = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `x-${index}`)
/** Two names with so much whitespace between them that the value is of this length. */
const padded = (length: number): string => `x-a,${' '.repeat(length - 7)}x-b`

const names: readonly NamesRow[] = [
  ['empty', 'an empty list', '', undefined],
  ['empty-elements', 'a list of empty elements', ' ,\t,', undefined],
  ['one', 'one name', 'content-type', 'content-type'],
  ['several', 'several names', 'content-type,x-a', 'content-type, x-a'],
  ['upper-case', 'upper-case names', 'Content-Type,X-A', 'content-type, x-a'],
  ['authorization', 'authorization', 'authorization', 'authorization'],
  ['whitespace', 'optional whitespace', ' x-a ,\tx-b\t,  x-c', 'x-a, x-b, x-c'],
  ['empty-between', 'empty elements between', ',x-a,, ,x-b,', 'x-a, x-b'],
  ['two-lines', 'two field lines', ['x-a', 'x-b'], 'x-a, x-b'],
  ['odd-tokens', 'odd token characters', "!#$%&'*+-.^_`|~", "!#$%&'*+-.^_`|~"],
  ['longest-name', 'a name of 64 characters', name(64), name(64)],
  ['name-too-long', 'a name of 65 characters among others', `x-a,${name(65)}`, undefined],
  ['most-names', '128 names', many(128).join(','), many(128).join(', ')],
  ['too-many-names', '129 names', many(129).join(','), undefined],
  ['longest-value', '8,192 characters', padded(8_192), 'x-a, x-b'],
  ['value-too-long', '8,193 characters', padded(8_193), undefined],
  ['space-within', 'a space within a name', 'x-a, b c', undefined],
  ['semicolon', 'a semicolon', 'x-a;x-b', undefined],
  ['quote', 'a quoted name', '"x-a"', undefined],
  ['colon', 'a colon', 'x-a: 1', undefined],
  ['byte', 'a byte beyond ASCII', 'x-\xe4', undefined],
]

export const requestedLists: readonly PolicyCase[] = [
  ...casesOf(both, [
    ...methods.map(([id, title, method, isSent, reference = spec.requestedLists]) => ({
      id: `any-with-credentials/method-${id}`,
      title: isSent ? `${title} is sent back` : `${title}: no method is sent back`,
      spec: reference,
      request: preflightRequest(app, method),
      decision: decision('preflight', 'origin-exact'),
      expected: allowed({ ...answer, ...(isSent && { methods: method }) }),
    })),
    ...names.map(([id, title, asked, sent]) => ({
      id: `any-with-credentials/names-${id}`,
      title: sent === undefined ? `${title}: no name is sent back` : `${title}: the names are sent back`,
      spec: spec.requestedLists,
      request: preflightRequest(app, 'GET', asked),
      decision: decision('preflight', 'origin-exact'),
      expected:
        sent === undefined
          ? allowed({ ...answer, methods: 'GET' })
          : allowed({ ...answer, methods: 'GET', headers: sent }, variesByHeaders),
    })),
    {
      id: 'any-with-credentials/denied',
      title: 'a denied origin gets nothing back',
      spec: spec.requestedLists,
      request: preflightRequest(stranger, 'PUT', 'x-a'),
      decision: decision('preflight', 'origin-not-listed'),
      expected: refused,
    },
  ]),
  ...casesOf(methodsOnly, [
    {
      id: 'any-with-credentials/methods-only',
      title: 'any method beside listed headers: the headers stay constant',
      spec: spec.requestedLists,
      request: preflightRequest(app, 'PURGE', 'x-evil'),
      decision: decision('preflight', 'origin-exact'),
      expected: allowed({ origin: app, credentials: true, methods: 'PURGE', headers: 'x-a' }),
    },
  ]),
  ...casesOf(headersOnly, [
    {
      id: 'any-with-credentials/headers-only',
      title: 'any header beside listed methods: the methods stay constant',
      spec: spec.requestedLists,
      request: preflightRequest(app, 'PURGE', 'x-a'),
      decision: decision('preflight', 'origin-exact'),
      expected: allowed(
        { origin: app, credentials: true, methods: 'GET, HEAD, POST, PUT', headers: 'x-a' },
        variesByHeaders,
      ),
    },
  ]),
  ...casesOf(andAuthorization, [
    {
      id: 'any-with-credentials/and-authorization',
      title: "['*', 'Authorization'] with credentials is any header, too",
      spec: spec.requestedLists,
      request: preflightRequest(app, 'GET', 'authorization,x-a'),
      decision: decision('preflight', 'origin-exact'),
      expected: allowed({ origin: app, credentials: true, headers: 'authorization, x-a' }, variesByHeaders),
    },
  ]),
]

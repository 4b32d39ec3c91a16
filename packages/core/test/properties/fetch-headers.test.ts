import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyToHeaders,
  type CorsAnswer,
  mergeVary,
  readFetchRequest,
  readNodeRequest,
} from '../../src/adapter/index.js'
import { kindOf } from '../../src/protocol/cors-request.js'
import { check } from './check.js'

const CORS_NAMES = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Max-Age',
  'Access-Control-Expose-Headers',
]

const value = fc.constantFrom(
  '',
  '*',
  'https://app.example',
  'true',
  'Origin',
  'origin, Accept',
  'Accept-Encoding',
)

const field = fc.tuple(
  fc
    .tuple(
      fc.constantFrom(...CORS_NAMES, 'Vary', 'Content-Type', 'Access-Control-Request-Method', 'Set-Cookie'),
      fc.constantFrom('lower', 'upper', 'as it is'),
    )
    .map(([name, how]) =>
      how === 'lower' ? name.toLowerCase() : how === 'upper' ? name.toUpperCase() : name,
    ),
  value,
)

const answer: fc.Arbitrary<CorsAnswer> = fc.record({
  headers: fc.option(
    fc.uniqueArray(fc.tuple(fc.constantFrom(...CORS_NAMES.map((name) => name.toLowerCase())), value), {
      selector: ([name]) => name,
    }),
    { nil: undefined },
  ),
  vary: fc.uniqueArray(fc.constantFrom('Origin', 'Access-Control-Request-Method', 'X-Tenant')),
})

const headersOf = (fields: readonly (readonly [string, string])[]): Headers => {
  const headers = new Headers()
  for (const [name, value] of fields) headers.append(name, value)
  return headers
}

/** Every header of CORS is deleted, then those of the answer are set: nothing is asked, nothing is spared. */
const applyNaively = (headers: Headers, { headers: named, vary }: CorsAnswer): void => {
  if (named !== undefined) for (const name of CORS_NAMES) headers.delete(name)
  for (const [name, value] of named ?? []) headers.set(name, value)
  if (vary.length > 0) headers.set('vary', mergeVary(headers.get('vary'), vary))
}

test('an answer is applied to Fetch headers as if every header were deleted and set', () => {
  check([fc.array(field, { maxLength: 8 }), answer], (fields, answer) => {
    const applied = headersOf(fields)
    applyToHeaders(applied, answer)
    const expected = headersOf(fields)
    applyNaively(expected, answer)
    expect([...applied]).toEqual([...expected])
  })
})

test('what is right already is not written', () => {
  check([fc.array(field, { maxLength: 8 }), answer], (fields, answer) => {
    const right = headersOf(fields)
    applyToHeaders(right, answer)
    const write = (): never => expect.unreachable()
    const immutable = {
      get: (name: string) => right.get(name),
      keys: () => right.keys(),
      set: write,
      delete: write,
    }
    applyToHeaders(immutable, answer)
  })
})

/** Of a request: what is not read must not matter. */
test('a request is of the kind that it would be if every header were read', () => {
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'options', 'PATCH')
  const names = ['origin', 'access-control-request-method', 'access-control-request-headers']
  const headers = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true })
  check([method, headers], (method, headers) => {
    const full = {
      method,
      origin: headers['origin'],
      accessControlRequestMethod: headers['access-control-request-method'],
      accessControlRequestHeaders: headers['access-control-request-headers'],
    }
    const fetched = readFetchRequest({ method, headers: new Headers(headers) })
    expect(readNodeRequest({ method, headers })).toEqual(fetched)
    expect(kindOf(fetched)).toBe(kindOf(full))
    expect(fetched.origin).toBe(full.origin)
    if (kindOf(full) === 'preflight') expect(fetched).toEqual(full)
  })
})

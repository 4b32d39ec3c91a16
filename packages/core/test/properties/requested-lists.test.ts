import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, policyOf } from '../support/policies.js'
import { preflight } from '../support/requests.js'
import { check } from './check.js'
import { requestedHeaders, requestedMethod } from './configs.js'
import { echoedHeaders, echoedMethod } from './naive-decision.js'

const APP = 'https://app.example.com'
const policy = policyOf({ origins: [APP], credentials: true, methods: '*', allowedHeaders: '*' })
const sent = (name: string, method: string, headers: string) =>
  decide(policy, preflight(APP, method, headers))
    .headers.filter(([each]) => each === name)
    .map(([, value]) => value)

/** Around the bounds: 64 characters, 128 names, 8,192 characters. */
const nearBounds = fc
  .tuple(
    fc.integer({ min: 0, max: 130 }),
    fc.integer({ min: 1, max: 66 }),
    fc.constantFrom(',', ', ', ' ,\t', ',,'),
    fc.nat(70),
  )
  .map(
    ([count, length, separator, padding]) =>
      Array.from({ length: count }, () => 'n'.repeat(length)).join(separator) + ' '.repeat(padding),
  )

test('The names that are sent back are what a naive reader takes', () => {
  const seen = { some: 0, none: 0 }
  check([fc.oneof(requestedHeaders, nearBounds, fc.string({ unit: 'binary', maxLength: 20 }))], (text) => {
    const expected = echoedHeaders(text)
    expect([text, sent('access-control-allow-headers', 'PUT', text)]).toEqual([text, expected])
    seen[expected.length > 0 ? 'some' : 'none']++
  })
  expect(Math.min(seen.some, seen.none) / (seen.some + seen.none)).toBeGreaterThan(0.2)
})

test('The method that is sent back is what a naive reader takes', () => {
  const methods = fc.oneof(
    requestedMethod,
    fc.stringMatching(/^[A-Za-z]{60,70}$/),
    fc.stringMatching(/^(c|C)(o|O)(n|N)(n|N)(e|E)(c|C)(t|T)$/),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  check([methods], (method) => {
    expect([method, sent('access-control-allow-methods', method, '')]).toEqual([method, echoedMethod(method)])
  })
})

test('Each character alone', () => {
  for (let code = 0; code < 0x300; code++) {
    const character = String.fromCharCode(code)
    expect([code, sent('access-control-allow-headers', 'PUT', character)]).toEqual([
      code,
      echoedHeaders(character),
    ])
    expect([code, sent('access-control-allow-methods', character, '')]).toEqual([
      code,
      echoedMethod(character),
    ])
  }
})

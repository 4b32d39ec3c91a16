import { describe, expect, test } from 'vitest'
import { kindOf } from '../../src/protocol/cors-request.js'
import { decide, policyOf } from '../support/policies.js'
import { actual, nonCors, preflight } from '../support/requests.js'

const APP = 'https://app.example.com'

describe('Kinds of request, section 3', () => {
  test.each([
    ['preflight', preflight(APP)],
    ['preflight', preflight(APP, '')],
    ['preflight', preflight('', 'PUT')],
    ['preflight', preflight('null', 'PUT')],
    ['preflight', preflight(APP, 'OPTIONS')],
    ['actual', actual(APP, 'OPTIONS')],
    // Its names alone ask for nothing.
    ['actual', { ...actual(APP, 'OPTIONS'), accessControlRequestHeaders: 'x-test' }],
    ['actual', { ...preflight(APP), method: 'options' }],
    ['actual', { ...preflight(APP), method: 'Options' }],
    ['actual', { ...preflight(APP), method: 'GET' }],
    ['actual', { ...preflight(APP), method: 'PUT' }],
    ['actual', actual('', 'GET')],
    ['actual', actual('', 'OPTIONS')],
    ['non-cors', nonCors('OPTIONS')],
    ['non-cors', { ...preflight(APP), origin: undefined }],
    ['non-cors', nonCors('GET')],
  ] as const)('%s: %o', (kind, request) => {
    for (const config of [{ origins: '*' }, { origins: [APP] }, [{ origins: [APP] }, { origins: '*' }]]) {
      expect(kindOf(request)).toBe(kind)
      const decision = decide(policyOf(config), request)
      expect(decision.kind).toBe(kind)
      expect('status' in decision).toBe(kind === 'preflight')
    }
  })
})

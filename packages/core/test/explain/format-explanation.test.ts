import { expect, it } from 'vitest'
import { explain, formatExplanation } from '../../src/explain/index.js'
import { type CorsRequest, createCorsPolicy } from '../../src/index.js'
import { actual, nonCors, preflight } from '../support/requests.js'

const policy = createCorsPolicy({
  origins: ['https://app.example.com', 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT'],
})

/** Node's parser lets U+009B through, which begins a terminal's commands as ESC [ does. */
const HOSTILE = 'x\u001b[2J\u009b31m\u007f\u2028\u0085\u202e\r\nERROR forged'

it('reads from the request to the change that is needed', () => {
  const explanation = explain(policy, preflight('https://a.preview.example.com', 'DELETE'))
  expect(formatExplanation(explanation)).toMatchSnapshot()
})

it('says so where there is nothing to check', () => {
  expect(formatExplanation(explain(policy, nonCors()))).toMatchSnapshot()
})

it.each<[string, CorsRequest]>([
  ['origin', actual(HOSTILE)],
  ['method', { ...actual('https://app.example.com'), method: HOSTILE }],
  ['method of a request without origin', { ...nonCors(), method: HOSTILE }],
  ['method that is asked for', preflight('https://app.example.com', HOSTILE)],
  ['header names', preflight('https://app.example.com', 'PUT', HOSTILE)],
])('lets no text of a request steer a terminal or begin a line: %s', (_, request) => {
  const text = formatExplanation(explain(policy, request))
  expect(text).not.toMatch(/^ERROR/m)
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
  expect(text).toContain('\\u{9b}')
})

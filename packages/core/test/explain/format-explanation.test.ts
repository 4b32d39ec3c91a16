import { expect, it } from 'vitest'
import { explain, formatExplanation } from '../../src/explain/index.js'
import { createCorsPolicy } from '../../src/index.js'
import { nonCors, preflight } from '../support/requests.js'

const policy = createCorsPolicy({
  origins: ['https://app.example.com', 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT'],
})

it('reads from the request to the change that is needed', () => {
  const explanation = explain(policy, preflight('https://a.preview.example.com', 'DELETE'))
  expect(formatExplanation(explanation)).toMatchSnapshot()
})

it('says so where there is nothing to check', () => {
  expect(formatExplanation(explain(policy, nonCors()))).toMatchSnapshot()
})

import type { Expected } from '@cors/app-service'
import { describe, expect, test } from 'vitest'
import type { CallResult } from '../src/results/call-result.js'
import { differences } from '../src/results/compare.js'
import { exchange, readableResult, refusedResult } from './results.js'

const compare = (expected: Expected, result: CallResult, maySendKeptPreflight = false): readonly string[] =>
  differences(expected, result, { maySendKeptPreflight })

const readable: Expected = { verdict: 'readable', preflight: 'none', status: 200, headers: ['etag'] }
const kept: Expected = { ...readable, preflight: 'kept' }
const etag = ['ETag', '"1"'] as const
const preflight = exchange('preflight', 204)
const request = exchange('request', 200)

test('what is as expected has no difference', () => {
  expect(compare(readable, readableResult(200, [etag, ['content-type', 'text/plain']]))).toEqual([])
  expect(compare({ verdict: 'unreadable', preflight: 'none' }, refusedResult(request))).toEqual([])
  expect(compare({ verdict: 'unsent', preflight: 'sent' }, refusedResult(preflight))).toEqual([])
  expect(compare(kept, readableResult(200, [etag]))).toEqual([])
})

describe('each difference is found', () => {
  test('the status', () => {
    expect(compare(readable, readableResult(500, [etag]))).toEqual(['status: expected 200, and it was 500'])
  })

  test('a header too few, and one too many', () => {
    expect(compare(readable, readableResult(200))).toEqual([
      'readable headers: expected etag, and it was none',
    ])
    expect(compare(readable, readableResult(200, [etag, ['x-served-by', 'fastify']]))).toEqual([
      'readable headers: expected etag, and it was etag, x-served-by',
    ])
  })

  test('a preflight too many, and one too few', () => {
    const asked = readableResult(200, [etag], [preflight, request])
    expect(compare(readable, asked)).toEqual(['preflight: expected none, and it was sent'])
    expect(compare({ ...readable, preflight: 'sent' }, readableResult(200, [etag]))).toEqual([
      'preflight: expected sent, and it was none',
    ])
  })

  test('a repeated preflight, unless the browser is one that may', () => {
    const asked = readableResult(200, [etag], [preflight, request])
    expect(compare(kept, asked)).toEqual(['preflight: expected none, and it was sent'])
    expect(compare(kept, asked, true)).toEqual([])
  })

  test('readable where it must not be, and the other way round', () => {
    expect(compare({ verdict: 'unreadable', preflight: 'none' }, readableResult(200))).toEqual([
      'verdict: expected may not read, and it was may read',
    ])
    expect(compare(readable, refusedResult(request))).toEqual([
      'verdict: expected may read, and it was may not read',
    ])
  })

  test('a request sent in spite of a refused preflight', () => {
    expect(compare({ verdict: 'unsent', preflight: 'sent' }, refusedResult(preflight, request))).toEqual([
      'verdict: expected not sent, and it was may not read',
    ])
  })

  test('a service that is not there', () => {
    expect(compare({ verdict: 'unsent', preflight: 'sent' }, refusedResult())).toEqual([
      'preflight: expected sent, and it was none',
    ])
  })

  test('a browser that does not do as the standard says', () => {
    const result = { ...readableResult(200, [etag]), explanation: { readable: false, steps: [] } }
    expect(compare(readable, result)).toEqual(['the standard: expected not readable, and it was readable'])
  })
})

import { expect, it } from 'vitest'
import { isSafelistedRequestHeader } from '../../src/browser-model/safelisted-request-header.js'
import { unsafeRequestHeaderNames } from '../../src/browser-model/unsafe-request-header-names.js'

const s128 = 's'.repeat(128)

it.each<[string, string]>([
  ['accept', '*/*'],
  ['Accept', 'text/html;q=0.9, \t*/*'],
  ['accept', ''],
  ['accept', s128],
  ['accept', '\xff'],
  ['accept-language', 'de-DE,de;q=0.5, *'],
  ['Content-Language', 'fr'],
  ['content-type', 'text/plain'],
  ['content-type', 'Text/Plain;charset=utf-8'],
  ['Content-Type', 'application/x-www-form-urlencoded'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-type', 'text/plain; =;;'],
  ['content-type', `text/plain;${'s'.repeat(117)}`],
  ['range', 'bytes=0-'],
  ['Range', 'bytes=5-5'],
  ['range', 'bytes=0-99999999999999999999'],
])('%s: %s is safelisted', (name, value) => {
  expect(isSafelistedRequestHeader([name, value])).toBe(true)
})

it.each<[string, string]>([
  ['accept', '"'],
  ['accept', `${s128}s`],
  ['accept', '\x01'],
  ['accept', 'a:b'],
  ['accept', '\x7f'],
  ['accept-language', '\x01'],
  ['accept-language', '@'],
  ['accept-language', 'de_DE'],
  ['accept-language', '\t'],
  ['content-language', '@'],
  ['content-language', '\xe4'],
  ['content-type', ''],
  ['content-type', 'text'],
  ['content-type', '/plain'],
  ['content-type', 'text/'],
  ['content-type', 'te xt/plain'],
  ['content-type', 'text/html'],
  ['content-type', 'application/json'],
  ['content-type', 'text/plain, text/plain'],
  ['content-type', 'text/plain; x="y"'],
  ['content-type', `text/plain;${'s'.repeat(118)}`],
  ['range', 'bytes 0-'],
  ['range', 'bytes=-500'],
  ['range', 'bytes= 0-5'],
  ['range', 'Bytes=0-5'],
  ['range', 'bytes=6-5'],
  ['range', 'bytes=0-1,3-4'],
  ['range', 'bytes=-'],
  ['authorization', 'basics'],
  ['last-event-id', '1'],
  ['dpr', '2'],
  ['save-data', 'on'],
  ['test', ''],
])('%s: %s is not safelisted', (name, value) => {
  expect(isSafelistedRequestHeader([name, value])).toBe(false)
})

it('lists unsafe names in lower case, sorted, each once', () => {
  expect(
    unsafeRequestHeaderNames([
      ['X-b', '1'],
      ['Accept', '*/*'],
      ['x-B', '2'],
      ['X-A', '1'],
      ['content-type', 'application/json'],
    ]),
  ).toEqual(['content-type', 'x-a', 'x-b'])
})

it('takes every header for unsafe when the safelisted values are over 1,024 bytes together', () => {
  const full = Array.from({ length: 8 }, () => ['accept', s128] as const)
  expect(unsafeRequestHeaderNames(full)).toEqual([])
  expect(unsafeRequestHeaderNames([...full, ['accept-language', 'x'], ['x-a', '']])).toEqual([
    'accept',
    'accept-language',
    'x-a',
  ])
})

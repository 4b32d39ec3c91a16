import { describe, expect, test } from 'vitest'
import { parseOriginPattern } from '../../src/origin/origin-pattern.js'
import { hostOf, label, words } from '../support/matching.js'

const isAccepted = (text: string): boolean => parseOriginPattern(text) !== undefined

test.each([
  ...words(`
    https://a https://a.b http://a-b.c_d https://-a- https://1a https://1.a https://1.2.3.a https://a.1b https://xn--a
    https://a.0xg https://a.0x1g https://a.0y1 https://a.x01 https://a.09f https://a.0z https://0x.a https://1.2.3.-4 https://127.0.0.1
    http://0.0.0.0 https://255.255.255.255:1 https://[::] https://[::1]:65535 https://[2001:db8::1:0:0:1] https://a:1
    https://a:9 https://a:10 https://a:80 http://a:443 https://a:444 https://a:4430 https://a:65535 http://a:8 http://a:800
    https://*.a https://*.a.b:1 https://a:* https://*.a:* http://127.0.0.1:* http://[::1]:* a://b a0+-.z://b
    filesystem://a wsss://a httpss://a http+unix://a app://A.b_C-9 app://... app://-:1 app://a:65535 app://127.0.0.1
  `),
  `https://${label(63)}`,
  `https://${hostOf(253, 'com')}:65535`,
  `https://*.${hostOf(253, 'com')}:*`,
  `${'s'.repeat(64)}://${'H'.repeat(253)}:65535`,
])('%s is a pattern', (text) => {
  expect(isAccepted(text)).toBe(true)
})

test.each([
  ...words(`
    * null https https: https:/ https:// https://: https://:1 https://. https://.a https://a. https://a..b https://*. https://*
    https://*.*.a https://a.*.b https://**.a https://*a.b https://a*.b https://a.* https://*.1 https://*.127.0.0.1
    https://*.[::1] https://1 https://a.1 https://a.0x https://a.0x1 https://a.0xff https://0x https://1.2.3 https://1..2.3
    https://1.2.3.4.5 https://256.0.0.1 https://1.2.3.256 https://01.2.3.4 https://127.0.0.01 https://1.2.3. https://.1.2.3
    https://1.2.3.+4 https://1.2.3.1000 https://[] https://[::1 https://::1] https://[::x:1 https://[::1]a
    https://[::1]: https://[::1]:443 https://[::1]:01 https://a: https://a:0 https://a:00 https://a:01 https://a:08443
    https://a:443 http://a:80 https://a:65536 https://a:100000 https://a:1a https://a:-1 https://a:+1 https://a:** https://a:1*
    https://a:*1 https://a:1:1 https://a:*:* https://a:1:* https://a/ https://a\\ https://a? https://a# https://a@b
    https://a:b@c HTTPS://a Https://a 1s://a +s://a .s://a -s://a ://a s_://a file://a ws://a wss://a blob://a data://a
    javascript://a about://a app:// app://: app://:1 app://a:0 app://a:01 app://a:65536 app://a:* app://*.a app://a/
    app://[::1] app://a@b app:a app:/a app//a
  `),
  ...[
    '',
    ' ',
    'https://a ',
    ' https://a',
    'https://a b',
    'https://a\n',
    '\thttps://a',
    'app://a b',
    'a b://c',
  ],
  `https://${label(64)}`,
  `https://a.${label(64)}.b`,
  `https://${hostOf(254, 'com')}`,
  `https://*.${hostOf(254, 'com')}`,
  `${'s'.repeat(65)}://a`,
  `app://${'h'.repeat(254)}`,
  `https://a${'/'.repeat(330)}`,
])('%j is none', (text) => {
  expect(isAccepted(text)).toBe(false)
})

describe('Every character, at its place', () => {
  const characters = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code))
  const accepted = (text: (character: string) => string): string =>
    characters.filter((character) => isAccepted(text(character))).join('')
  const DIGITS = '0123456789'
  const LOWER = 'abcdefghijklmnopqrstuvwxyz'
  const sorted = (text: string): string => [...text].sort().join('')

  test.each<[string, string, (character: string) => string]>([
    ['within a label', sorted(`${DIGITS + LOWER}-_.`), (character) => `https://a${character}b`],
    ['at the beginning of a host', sorted(`${DIGITS + LOWER}-_`), (character) => `https://${character}a`],
    ['at the end of a host', sorted(`${DIGITS + LOWER}-_`), (character) => `https://a${character}`],
    [
      'within a label below a wildcard',
      sorted(`${DIGITS + LOWER}-_.`),
      (character) => `https://*.a${character}b`,
    ],
    ['after 0x', sorted(`ghijklmnopqrstuvwxyz-_`), (character) => `https://a.0x${character}`],
    ['within a port', DIGITS, (character) => `https://a:1${character}1`],
    ['at the beginning of a port', '123456789', (character) => `https://a:${character}1`],
    ['within a scheme', sorted(`${DIGITS + LOWER}+-.`), (character) => `a${character}b://c`],
    ['at the beginning of a scheme', LOWER, (character) => `${character}b://c`],
    [
      'in the host of another scheme',
      sorted(`${DIGITS + LOWER + LOWER.toUpperCase()}-_.`),
      (character) => `app://${character}`,
    ],
    ['in an IPv6 address', '123456789abcdef', (character) => `https://[1:2:3:4:5:6:7:${character}8]`],
  ])('%s', (_, expected, text) => {
    expect(sorted(accepted(text))).toBe(expected)
  })
})

import { expect, test } from 'vitest'
import { isSerialisedIpv6 } from '../../src/origin/ipv6.js'

test.each([
  '::',
  '::1',
  '1::',
  '1:2:3:4:5:6:7:8',
  '0:1::',
  '1:0:2:3:4:5:6:7',
  '::ffff:0:0:1',
  '1:0:0:2::',
  '64:ff9b::102:304',
])('[%s]', (text) => {
  expect(isSerialisedIpv6(text)).toBe(true)
  expect(new URL(`https://[${text}]`).hostname).toBe(`[${text}]`)
})

test.each([
  '',
  ':',
  ':::',
  '::1::',
  '1::2::3',
  '::ffff:102:304',
  '::ffff:0:0',
  '::1.2.3.4',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1::2:3:4:5:6:7:8',
  '12345::',
  '0::1',
  '::01',
  '::G',
  '::1%eth0',
  ' ::1',
  '0:0:0:0:0:0:0:0',
])('not [%s]', (text) => {
  expect(isSerialisedIpv6(text)).toBe(false)
})

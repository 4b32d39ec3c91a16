import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSerialisedIpv6 } from '../../src/origin/ipv6.js'
import { check, RUNS } from './check.js'

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  fc.constantFrom(1, 0xf, 0x10, 0xffff, 0xab),
  fc.integer({ min: 0, max: 0xffff }),
)
const pieces = fc.array(piece, { minLength: 8, maxLength: 8 })

/** The same address, written by somebody else. */
const spelling = fc
  .tuple(pieces, fc.nat(7), fc.nat(8), fc.constantFrom('', '0', '00'), fc.boolean())
  .map(([numbers, start, length, zeros, upperCase]) => {
    const texts = numbers.map((number) => number.toString(16))
    const before = texts.slice(0, start)
    const after = texts.slice(start + length)
    const text =
      length === 0
        ? texts.map((each, index) => (index === start ? zeros + each : each)).join(':')
        : `${before.join(':')}::${after.join(':')}`
    return upperCase ? text.toUpperCase() : text
  })

const junk = fc
  .array(fc.constantFrom('0', '1', 'f', 'g', 'ffff', ':', '::', '.', '1.2.3.4', '%', '-'), { maxLength: 16 })
  .map((parts) => parts.join(''))

const serialised = (text: string): string | undefined => {
  try {
    return new URL(`https://[${text}]`).hostname
  } catch {
    return undefined
  }
}

const canonical = pieces.map(
  (numbers) => serialised(numbers.map((number) => number.toString(16)).join(':'))?.slice(1, -1) ?? '',
)

test('An IPv6 address is accepted exactly in the spelling of the URL Standard', () => {
  let accepted = 0
  check([fc.oneof(spelling, junk, canonical)], (text) => {
    const isMapped = /^::ffff:[0-9a-f]+:[0-9a-f]+$/.test(text)
    const expected = serialised(text) === `[${text}]` && !isMapped
    expect([text, isSerialisedIpv6(text)]).toEqual([text, expected])
    if (expected) accepted++
  })
  expect(accepted).toBeGreaterThan(RUNS / 10)
})

test('What the platform serialises is accepted, but for mapped IPv4 addresses', () => {
  check([pieces], (numbers) => {
    const text = serialised(numbers.map((number) => number.toString(16)).join(':'))?.slice(1, -1) ?? ''
    const isMapped = numbers.slice(0, 5).every((number) => number === 0) && numbers[5] === 0xffff
    expect([text, isSerialisedIpv6(text)]).toEqual([text, !isMapped])
  })
})

import { describe, expect, test } from 'vitest'
import { mistakesOf, policyOf } from '../support/policies.js'

const A = 'https://a.example'
const numbered = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index))

describe('list-too-long', () => {
  test('100,000 origins, and one more', () => {
    const origins = numbered(100_001, (index) => `https://o${index}.example`)
    expect(mistakesOf({ origins })).toStrictEqual([
      { code: 'list-too-long', path: ['origins'], value: origins },
    ])
    expect(policyOf({ origins: origins.slice(1) }).config).toMatchObject({ origins: { length: 100_000 } })
  })

  test.each([
    ['methods', (index: number) => `M${index}`],
    ['allowedHeaders', (index: number) => `x-${index}`],
    ['exposedHeaders', (index: number) => `x-${index}`],
  ])('256 %s, and one more', (option, name) => {
    const names = numbered(257, name)
    expect(mistakesOf({ origins: [A], [option]: names })).toStrictEqual([
      { code: 'list-too-long', path: [option], value: names },
    ])
    policyOf({ origins: [A], [option]: names.slice(1) })
  })

  test.each([
    ['methods', 'GET, HEAD, POST, '.length, 'M'],
    ['allowedHeaders', 0, 'x'],
    ['exposedHeaders', 0, 'x'],
  ])('8,192 characters of %s, and one more', (option, before, letter) => {
    // Two names: the separator counts.
    const names = (total: number) => [letter.repeat(4_000), letter.repeat(total - before - 4_002)]
    const long = names(8_193)
    expect(mistakesOf({ origins: [A], [option]: long })).toStrictEqual([
      { code: 'list-too-long', path: [option], value: long },
    ])
    policyOf({ origins: [A], [option]: names(8_192) })
  })
})

describe('origin-lookup-invalid', () => {
  const first = () => true
  const second = () => false
  const third = async () => false

  test('each function after the first', () => {
    expect(mistakesOf({ origins: [first, A, second, third] })).toStrictEqual([
      { code: 'origin-lookup-invalid', path: ['origins', 2], value: second },
      { code: 'origin-lookup-invalid', path: ['origins', 3], value: third },
    ])
  })

  test('the same one twice, too: which was meant to be another?', () => {
    expect(mistakesOf({ origins: [first, first] })).toStrictEqual([
      { code: 'origin-lookup-invalid', path: ['origins', 1], value: first },
    ])
  })

  test('one in each rule is fine', () => {
    policyOf([{ origins: [first] }, { origins: [A, second] }])
  })
})

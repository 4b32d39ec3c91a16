import { describe, expect, test } from 'vitest'
import { countOperations } from '../support/count-operations.js'
import { hostOf } from '../support/matching.js'
import { decide, policyOf } from '../support/policies.js'
import { actual, preflight } from '../support/requests.js'

/** Patterns of every kind: `count` of each, all of the same length. */
const patterns = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index).padStart(5, '0')).flatMap((number) => [
    `https://exact-${number}.example`,
    `https://*.below-${number}.example`,
    `https://port-${number}.example:*`,
    `https://*.both-${number}.example:*`,
  ])

const few = policyOf({ origins: patterns(1) })
const many = policyOf({ origins: patterns(25_000) })

const ORIGINS = [
  ...[
    'https://exact-00000.example',
    'https://a.below-00000.example',
    'https://port-00000.example:8080',
    'https://a.b.both-00000.example:1',
  ],
  ...[
    'https://other.example',
    'https://a.b.c.d.e.f.other.example:9999',
    'http://exact-00000.example',
    'null',
    '',
    'app://-',
  ],
  ...[
    `https://${hostOf(253, 'below-00000.example')}`,
    `https://${'a.'.repeat(124)}other`,
    `https://${'.'.repeat(300)}`,
    'x'.repeat(20_000),
  ],
]

describe('Deciding costs as much with 100,000 patterns as with four', () => {
  test.each(ORIGINS)('%s', (origin) => {
    for (const request of [actual(origin), preflight(origin)]) {
      // The decisions of a listed origin are made when first asked for. Of the others the first time counts.
      if (origin === 'https://exact-00000.example') for (const policy of [few, many]) decide(policy, request)
      const ofFew = countOperations(() => decide(few, request))
      expect(countOperations(() => decide(many, request))).toEqual(ofFew)
      expect(decide(many, request)).toStrictEqual(decide(few, request))
    }
  })

  test('A constant policy does not read the origin at all', () => {
    const policy = policyOf({ origins: '*' })
    for (const origin of ['https://a.example', 'null', 'x'.repeat(20_000)]) {
      const counts = countOperations(() => decide(policy, actual(origin)))
      expect(Object.values(counts).filter((count) => count > 0)).toEqual([])
    }
  })

  test('An origin that was denied just before costs nothing more, and only the last one', () => {
    const operations = (origin: string): number =>
      Object.values(countOperations(() => decide(many, actual(origin)))).reduce(
        (sum, count) => sum + count,
        0,
      )
    expect(operations('https://denied.example')).toBeGreaterThan(10)
    expect(operations('https://denied.example')).toBe(0)
    expect(operations('https://denies.example')).toBeGreaterThan(10)
    expect(operations('https://denied.example')).toBeGreaterThan(10)
  })

  test('The counting counts', () => {
    const counts = countOperations(() => decide(few, actual('https://not-asked-before.below-00000.example')))
    expect(counts['Map.get']).toBeGreaterThan(1)
    expect(counts['String.charCodeAt']).toBeGreaterThan(10)
  })
})

describe('The length of the origin bounds the work', () => {
  const operations = (origin: string): number =>
    Object.values(countOperations(() => decide(many, actual(origin)))).reduce((sum, count) => sum + count)

  test.each([
    ['of dots', (length: number) => `https://${'.'.repeat(length)}`],
    ['of labels', (length: number) => `https://${'a.'.repeat(length / 2)}example`],
    ['of one label', (length: number) => `https://${'a'.repeat(length)}`],
    ['of digits', (length: number) => `https://a:${'1'.repeat(length)}`],
    ['of colons', (length: number) => `https://a${':'.repeat(length)}`],
    ['of another scheme', (length: number) => `app://${'a'.repeat(length)}`],
  ])('%s', (_, origin) => {
    expect(operations(origin(300))).toBeLessThan(10 * 330)
    // Too long: nothing is read at all.
    expect(operations(origin(350))).toBeLessThan(20)
    expect(operations(origin(100_000))).toBe(operations(origin(350)))
  })

  test('An over-long origin is not even hashed', () => {
    const counts = countOperations(() => decide(many, actual(`https://${'a'.repeat(400)}`)))
    expect(counts['Map.get']).toBe(0)
  })

  test('At most two look-ups a dot, where there are suffixes of every length', () => {
    const lengths = Array.from(
      { length: 200 },
      (_, length) => `${'x.'.repeat(length / 2)}${'x'.repeat(length % 2)}y.example`,
    )
    const policy = policyOf({
      origins: lengths.flatMap((host) => [`https://*.${host}`, `https://*.${host}:*`]),
    })
    const dots = 120
    const counts = countOperations(() => decide(policy, actual(`https://${'a.'.repeat(dots)}example`)))
    expect(counts['Map.get']).toBeGreaterThan(dots)
    expect(counts['Map.get']).toBeLessThanOrEqual(2 * dots + 2)
  })
})

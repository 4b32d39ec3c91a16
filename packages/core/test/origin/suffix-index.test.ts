import { describe, expect, test } from 'vitest'
import { hashSeed, hashStep } from '../../src/origin/suffix-index.js'
import { decide, policyOf } from '../support/policies.js'
import { actual } from '../support/requests.js'

const hashOf = (scheme: string, text: string): number =>
  [...text].reverse().reduce((hash, character) => hashStep(hash, character.charCodeAt(0)), hashSeed(scheme))

/** The same on every machine. */
const createNumbers = (): (() => number) => {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}

/** Domains of one length whose suffixes have one hash: with 200,000 there are about twenty such pairs. */
const collidingDomains = (): [string, string][] => {
  const next = createNumbers()
  const byHash = new Map<number, string>()
  const pairs: [string, string][] = []
  for (let count = 0; count < 200_000; count++) {
    const domain = `${next().toString(36).padStart(8, 'a')}${next().toString(36).padStart(8, 'a')}.example`
    const hash = hashOf('https', `.${domain}`)
    const other = byHash.get(hash)
    if (other === undefined) byHash.set(hash, domain)
    else if (other !== domain) pairs.push([other, domain])
  }
  return pairs
}

describe('Two suffixes with the same hash', () => {
  const pairs = collidingDomains()

  test('there are some', () => {
    expect(pairs.length).toBeGreaterThan(0)
  })

  test('are told apart, in either order', () => {
    const exposing = (policy: ReturnType<typeof policyOf>, domain: string) => {
      const { headers } = decide(policy, actual(`https://a.${domain}`))
      return headers.find(([name]) => name === 'access-control-expose-headers')?.[1]
    }
    for (const [first, second] of pairs) {
      expect(exposing(policyOf({ origins: [`https://*.${first}`], exposedHeaders: ['x'] }), second)).toBe(
        undefined,
      )
      const both = policyOf([
        { origins: [`https://*.${first}`], exposedHeaders: ['first'] },
        { origins: [`https://*.${second}`], exposedHeaders: ['second'] },
      ])
      expect([exposing(both, first), exposing(both, second)]).toEqual(['first', 'second'])
    }
  })
})

test('A domain that brings the hash back to where it began does not stand for nothing', () => {
  // Whoever can register a name can search for such a one: after it, every suffix has the hash that it has alone.
  const neutral = '.adhdi05h.com'
  expect(hashOf('https', neutral)).toBe(hashSeed('https'))
  const listed = '.example.com'
  expect(hashOf('https', listed + neutral)).toBe(hashOf('https', listed))
  const sameLength = `https://*.${'a'.repeat((listed + neutral).length - 1)}`
  const policy = policyOf({
    origins: [`https://*${listed}`, `https://*${listed}:*`, sameLength, `${sameLength}:*`],
  })
  expect(decide(policy, actual(`https://a${listed}`)).allowed).toBe(true)
  expect(decide(policy, actual(`https://a${listed}${neutral}`)).allowed).toBe(false)
})

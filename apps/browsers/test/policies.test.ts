import { createCorsPolicy } from '@cors/core'
import { expect, test } from 'vitest'
import { generatePolicy } from '../src/generate/policies.js'
import { Random } from '../src/generate/random.js'
import { isAny } from '../src/meaning/policy.js'

/** A fresh seed must never bring one that is refused. */
test('every generated policy is valid, and all kinds of them come', () => {
  const kinds = new Set<string>()
  for (let seed = 0; seed < 2_000; seed++) {
    const policy = generatePolicy(new Random(seed))
    createCorsPolicy(policy)
    for (const rule of policy) {
      kinds.add(
        `${isAny(rule.origins) ? 'any origin' : 'listed origins'}${rule.credentials ? ', credentials' : ''}`,
      )
      kinds.add(`${policy.length} rules`)
      if (isAny(rule.methods)) kinds.add('any method')
      if (isAny(rule.allowedHeaders)) kinds.add('any header')
      if (isAny(rule.exposedHeaders)) kinds.add('exposes any')
    }
  }
  expect([...kinds].sort()).toEqual([
    '1 rules',
    '2 rules',
    '3 rules',
    'any header',
    'any method',
    'any origin',
    'exposes any',
    'listed origins',
    'listed origins, credentials',
  ])
})

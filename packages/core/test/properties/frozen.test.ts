import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAsync } from './check.js'
import { naiveRules, policyFor, requestFrom } from './configs.js'

/** Try to change everything that can be reached; what can be changed is told. */
const attack = (value: unknown, path: string, seen = new Set<unknown>()): string[] => {
  // A lookup and an error are the application's own.
  if (typeof value !== 'object' || value === null || value instanceof Error || seen.has(value)) return []
  seen.add(value)
  const changed: string[] = []
  if (!Object.isFrozen(value)) changed.push(`${path} is not frozen`)
  for (const key of [...Reflect.ownKeys(value), 'added', 0]) {
    if (Reflect.set(value, key, 'evil')) changed.push(`${path}.${String(key)} was set`)
    if (Object.hasOwn(value, key) && Reflect.deleteProperty(value, key))
      changed.push(`${path}.${String(key)} was deleted`)
  }
  if (Reflect.setPrototypeOf(value, { evil: true })) changed.push(`${path} has another prototype`)
  for (const key of Reflect.ownKeys(value)) {
    changed.push(...attack(Reflect.get(value, key), `${path}.${String(key)}`, seen))
  }
  return changed
}

test('Nothing that a policy shares can be changed from outside', async () => {
  await checkAsync(
    [naiveRules, fc.array(requestFrom, { minLength: 1, maxLength: 4 })],
    async (rules, requestsFrom) => {
      const policy = policyFor(rules)
      const untouched = policyFor(rules)
      expect(attack(policy, 'policy')).toEqual([])
      for (const from of requestsFrom) {
        const request = Object.freeze(from(rules))
        expect(attack(await policy.evaluate(request), 'decision')).toEqual([])
        expect(await policy.evaluate(request)).toStrictEqual(await untouched.evaluate(request))
      }
      expect(policy.config).toStrictEqual(untouched.config)
    },
  )
})

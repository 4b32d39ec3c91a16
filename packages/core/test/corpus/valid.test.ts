import { describe, expect, test } from 'vitest'
import { createCorsPolicy } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { INVALID } from './invalid/index.js'
import { judgeValid } from './judge.js'
import { SOURCES } from './sources.js'
import { OPTIONS } from './valid/options.js'
import { ORIGINS } from './valid/origins.js'

const all = [...ORIGINS, ...OPTIONS]

describe('Valid configurations', () => {
  test.each(all.map((each, index) => [`${index} ${each.source}`, each] as const))('%s', async (_, each) => {
    expect([each.config, await judgeValid(createCorsPolicy, each)]).toEqual([each.config, undefined])
  })

  test('There are at least 100', () => {
    expect(all.length).toBeGreaterThanOrEqual(100)
  })

  test('A valid one with one more mistake is refused for that one', () => {
    for (const { config } of all) {
      const isList = Array.isArray(config)
      const broken = isList
        ? [{ ...config[0], maxAge: -1 }, ...config.slice(1)]
        : { ...(config as object), maxAge: -1 }
      const found = (): unknown => policyOf(broken)
      expect(found).toThrow(/configuration: 1\n\n {2}(\[0\]\.)?maxAge = -1 \(max-age-invalid\)/)
    }
  })
})

test('Every source is cited', () => {
  const cited = new Set([...all, ...Object.values(INVALID).flat()].map(({ source }) => source))
  expect(Object.keys(SOURCES).filter((source) => !cited.has(source as never))).toEqual([])
})

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CONFIG_NAMES } from './mutants/config-names.js'
import { CONFIG_ORIGINS } from './mutants/config-origins.js'
import { CONFIG_VALUES } from './mutants/config-values.js'
import { ORIGIN } from './mutants/origin.js'
import { firstFailure, mutate } from './suite.js'

const MUTANTS = [...CONFIG_NAMES, ...CONFIG_ORIGINS, ...CONFIG_VALUES, ...ORIGIN]

test('Unchanged, nothing fails', async () => {
  expect(await firstFailure()).toBeUndefined()
})

test('A text that is not there, or not once, is an error', () => {
  expect(() => mutate({ file: 'config/scalars.ts', find: 'no such text', replace: '' })).toThrow(
    'has 0 times',
  )
  expect(() => mutate({ file: 'config/scalars.ts', find: 'value', replace: '' })).toThrow('times: value')
  for (const mutant of MUTANTS) expect(mutate(mutant)).toContain(mutant.replace)
})

test('No file of the configuration and of origins is left out', () => {
  const source = fileURLToPath(new URL('../../src/', import.meta.url))
  // Types and data.
  const without = /checked-|cors-config|has-lookup|option\.ts|suffix-data|additional-suffixes/
  const files = ['config', 'origin'].flatMap((folder) =>
    readdirSync(`${source}${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  const expected = files.filter((path) => path.endsWith('.ts') && !without.test(path)).sort()
  const mutated = new Set(MUTANTS.map(({ file }) => file))
  expect(expected.filter((file) => !mutated.has(file))).toEqual([])
  expect(mutated.has('protocol/requested-headers.ts')).toBe(true)
  expect(MUTANTS.length).toBeGreaterThan(300)
})

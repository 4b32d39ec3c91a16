import { describe, expect, test } from 'vitest'
import { type CorsConfigCode, createCorsPolicy } from '../../src/index.js'
import { INVALID } from './invalid/index.js'
import { judgeInvalid } from './judge.js'
import { SOURCES } from './sources.js'

const all = Object.values(INVALID).flat()

describe.each(Object.entries(INVALID))('%s', (_, cases) => {
  test.each(cases.map((each, index) => [`${index} ${each.source}`, each] as const))('%s', (_name, each) => {
    expect([each.config, judgeInvalid(createCorsPolicy, each)]).toEqual([each.config, undefined])
  })
})

test('There are at least 300, of every code', () => {
  expect(all.length).toBeGreaterThanOrEqual(300)
  const codes = new Set(all.flatMap(({ issues }) => issues.map(([code]) => code)))
  const every: Record<CorsConfigCode, true> = {
    'config-type': true,
    'unknown-option': true,
    'origins-missing': true,
    'origin-invalid': true,
    'origin-not-canonical': true,
    'origin-wildcard-invalid': true,
    'wildcard-not-alone': true,
    'origin-prohibited': true,
    'origin-any-with-credentials': true,
    'origin-insecure-with-credentials': true,
    'origin-public-suffix-with-credentials': true,
    'origin-lookup-invalid': true,
    'method-invalid': true,
    'method-forbidden': true,
    'method-not-normalized': true,
    'header-invalid': true,
    'header-forbidden': true,
    'header-misplaced': true,
    'exposed-any-with-credentials': true,
    'max-age-invalid': true,
    'lookup-timeout-invalid': true,
    'list-too-long': true,
    'rule-unreachable': true,
  }
  expect([...codes].sort()).toEqual(Object.keys(every).sort())
})

test('Every source is one page', () => {
  for (const [url, says] of Object.values(SOURCES)) {
    expect(URL.canParse(url) && url.startsWith('https://')).toBe(true)
    expect(says.length).toBeGreaterThan(5)
  }
  expect(new Set(Object.values(SOURCES).map(([url]) => url)).size).toBe(Object.keys(SOURCES).length)
})

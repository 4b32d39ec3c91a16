import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { getPublicSuffix } from 'tldts'
import { describe, expect, test } from 'vitest'
import { makePublicSuffixes, publicSuffixFile } from '../../../scripts/public-suffixes.mjs'
import { ADDITIONAL_SUFFIXES } from '../../../src/origin/public-suffix/additional-suffixes.js'
import { coveredPublicSuffix } from '../../../src/origin/public-suffix/public-suffix.js'
import { PUBLIC_SUFFIXES } from '../../../src/origin/public-suffix/public-suffix-data.js'
import { publicSuffixRules } from '../../support/public-suffix-rules.js'

const source = (name: string): string =>
  readFileSync(new URL(`../../../src/origin/public-suffix/${name}.ts`, import.meta.url), 'utf8')

describe('The data', () => {
  test('are what the script makes of the installed package', () => {
    expect(PUBLIC_SUFFIXES === makePublicSuffixes()).toBe(true)
  })

  test('say where they come from, and when they were made', () => {
    const text = source('public-suffix-data')
    const { version } = createRequire(import.meta.url)('tldts/package.json')
    const [, found, date = ''] = /from tldts (\S+) on (\d{4}-\d\d-\d\d)\./.exec(text) ?? []
    expect(found).toBe(version)
    expect(new Date(date).getTime()).toBeGreaterThan(Date.UTC(2026, 0, 1))
    expect(text === publicSuffixFile(date)).toBe(true)
  })

  test('have both sections of the list, wildcards and exceptions', () => {
    const { rules, exceptions } = publicSuffixRules()
    expect(rules.length).toBeGreaterThan(9_000)
    for (const rule of [
      'co.uk',
      'github.io',
      'vercel.app',
      'pages.dev',
      's3.amazonaws.com',
      '*.ck',
      '*.kawasaki.jp',
    ]) {
      expect(rules).toContain(rule)
    }
    expect(exceptions).toEqual(expect.arrayContaining(['www.ck', 'city.kawasaki.jp']))
  })
})

/** The package's own answer, through its public interface: the script reads its files. */
const isSuffix = (domain: string): boolean =>
  getPublicSuffix(domain, { allowPrivateDomains: true, extractHostname: false, validateHostname: false }) ===
  domain

test('Every rule of several labels is a suffix to the package, and to us', () => {
  const { rules, exceptions } = publicSuffixRules()
  const several = rules.filter((rule) => rule.includes('.'))
  expect(several.length).toBeGreaterThan(7_000)
  for (const rule of several) {
    const domain = rule.replace('*', 'any')
    expect([rule, isSuffix(domain), coveredPublicSuffix(domain) !== undefined]).toEqual([rule, true, true])
  }
  for (const exception of exceptions) {
    expect([exception, isSuffix(exception), coveredPublicSuffix(exception)]).toEqual([
      exception,
      false,
      undefined,
    ])
  }
})

describe('The list kept by hand', () => {
  test.each(ADDITIONAL_SUFFIXES)('%s is needed, and works', (suffix) => {
    expect(isSuffix(suffix)).toBe(false)
    expect(coveredPublicSuffix(suffix)).toBe(suffix)
    expect(coveredPublicSuffix(`mine.${suffix}`)).toBeUndefined()
  })

  test('Each has its source', () => {
    const lines = source('additional-suffixes')
      .split('\n')
      .filter((line) => /^ {2}('|\/\/)/.test(line))
    const sourced = lines.filter(
      (line, index) => line.startsWith("  '") && /https:/.test(lines[index - 1] ?? ''),
    )
    // Two of one vendor share one.
    expect(sourced.length).toBe(ADDITIONAL_SUFFIXES.length - 1)
  })
})

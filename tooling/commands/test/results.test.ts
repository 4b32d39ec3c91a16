import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { count, readResults } from '../results.mjs'

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
})

test('passed, failed and skipped tests of all files', () => {
  const report = {
    testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'todo')],
  }
  expect(count('a', report)).toEqual({ name: 'a', passed: 3, failed: 1, skipped: 2, note: '' })
})

test('a file that does not load counts as one failure', () => {
  const report = { testResults: [file('passed', 'passed'), file('failed')] }
  expect(count('a', report)).toMatchObject({ passed: 1, failed: 1 })
})

test('a file whose hook throws counts as one failure, its tests not as passed', () => {
  const report = { testResults: [file('failed', 'skipped', 'skipped')] }
  expect(count('a', report)).toMatchObject({ passed: 0, failed: 1, skipped: 2 })
})

test('a suite without a test counts as one failure', () => {
  expect(count('a', { testResults: [] })).toMatchObject({ failed: 1, note: 'no tests' })
})

test('a suite that left no report, or half of one, counts as one failure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'))
  const path = join(folder, 'test-results.json')
  expect(readResults('a', path, true)).toEqual({
    name: 'a',
    passed: 0,
    failed: 1,
    skipped: 0,
    note: 'no results',
  })
  writeFileSync(path, '{ "testResults": [')
  expect(readResults('a', path, true)).toMatchObject({ passed: 0, failed: 1, note: 'unreadable results' })
  writeFileSync(path, '{}')
  expect(readResults('a', path, true)).toMatchObject({ passed: 0, failed: 1, note: 'unreadable results' })
  writeFileSync(path, JSON.stringify({ testResults: [file('passed', 'passed')] }))
  expect(readResults('a', path, true)).toMatchObject({ passed: 1, failed: 0 })
  expect(readResults('a', path, false)).toMatchObject({ failed: 1, note: 'an error outside of the tests' })
  rmSync(folder, { recursive: true })
})

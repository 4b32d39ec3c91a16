import { expect, test } from 'vitest'
import { summary, table } from '../totals.mjs'

const row = (name: string, passed: number, failed: number, skipped = 0, note = '') => ({
  name,
  passed,
  failed,
  skipped,
  note,
})

test('adds up all suites', () => {
  expect(summary([row('a', 10, 0), row('b', 5, 2), row('lint', 1, 0)])).toBe('16 passed, 2 failed')
})

test('names skipped tests where there are some', () => {
  expect(summary([row('a', 10, 0, 3), row('b', 0, 1, 1)])).toBe('10 passed, 1 failed, 4 skipped')
})

test('one line a suite', () => {
  expect(table([row('a', 10, 0), row('longer', 5, 1, 2, 'no results')])).toBe(
    [
      '        passed  failed skipped',
      'a           10       0       0',
      'longer       5       1       2  no results',
      '',
    ].join('\n'),
  )
})

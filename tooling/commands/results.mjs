import { existsSync, readFileSync } from 'node:fs'

/** Where each suite leaves vitest's JSON report: see ../vitest.ts. */
export const resultsFile = 'test-results.json'

/**
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, note: string }} Row
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 */

/**
 * @param {string} name the suite's
 * @param {string} path of its report
 * @param {boolean} ok whether the suite itself ended well
 * @returns {Row} one failure where there is no report, because the suite did not get that far
 */
export function readResults(name, path, ok) {
  if (!existsSync(path)) return { name, passed: 0, failed: 1, skipped: 0, note: 'no results' }
  try {
    const row = count(name, JSON.parse(readFileSync(path, 'utf8')))
    if (ok || row.failed > 0) return row
    return { ...row, failed: 1, note: 'an error outside of the tests' }
  } catch {
    return { name, passed: 0, failed: 1, skipped: 0, note: 'unreadable results' }
  }
}

/**
 * @param {string} name
 * @param {{ testResults: TestFile[] }} report
 * @returns {Row}
 */
export function count(name, report) {
  const statuses = report.testResults.flatMap((file) => file.assertionResults.map(({ status }) => status))
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  const skipped = statuses.length - passed - failed
  // A file that does not load, or whose hook throws, has no failed test of its own.
  const files = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length
  if (failed + files > 0) return { name, passed, failed: failed + files, skipped, note: '' }
  if (statuses.length === 0) return { name, passed, failed: 1, skipped, note: 'no tests' }
  return { name, passed, failed, skipped, note: '' }
}

/** @typedef {import('./results.mjs').Row} Row */

/**
 * The last line of a test run.
 * @param {readonly Row[]} rows
 */
export function summary(rows) {
  const { passed, failed, skipped } = total(rows)
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {readonly Row[]} rows
 * @returns {string} one line a suite
 */
export function table(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length))
  /** @param {(string | number)[]} cells */
  const line = ([name = '', ...numbers]) =>
    [String(name).padEnd(width), ...numbers.map((cell) => String(cell).padStart(8))].join('')
  const body = rows.map(
    ({ name, passed, failed, skipped, note }) =>
      `${line([name, passed, failed, skipped])}${note === '' ? '' : `  ${note}`}`,
  )
  return [line(['', 'passed', 'failed', 'skipped']), ...body, ''].join('\n')
}

/** @param {readonly Row[]} rows */
const total = (rows) => ({
  passed: sum(rows.map(({ passed }) => passed)),
  failed: sum(rows.map(({ failed }) => failed)),
  skipped: sum(rows.map(({ skipped }) => skipped)),
})

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0)

/** A Markdown table; numbers are aligned to the right, so that also a terminal shows columns. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const padded = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  const line = (cells: readonly string[]): string => `| ${cells.map(padded).join(' | ')} |`
  const rules = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`,
  )
  return [line(head), `|${rules.join('|')}|`, ...rows.map(line)].join('\n')
}

/** A time in nanoseconds, in the unit that reads best. */
export const duration = (nanoseconds: number): string => {
  if (Math.abs(nanoseconds) < 10_000) return `${Math.round(nanoseconds)} ns`
  if (Math.abs(nanoseconds) < 1e6) return `${(nanoseconds / 1e3).toPrecision(3)} µs`
  return `${(nanoseconds / 1e6).toPrecision(3)} ms`
}

/** How many times: two digits are about what the noise leaves. */
export const times = (ratio: number): string => {
  if (ratio === Number.POSITIVE_INFINITY) return 'less than bare'
  if (!Number.isFinite(ratio)) return '–'
  if (Math.abs(ratio) >= 100) return Math.round(Number(ratio.toPrecision(2))).toLocaleString('en')
  return ratio.toFixed(Math.abs(ratio) >= 10 ? 0 : Math.abs(ratio) >= 3 ? 1 : 2)
}

import type { Call } from '@cors/app-service'
import type { CallResult } from '../results/call-result.js'
import type { Exchange } from '../results/exchange.js'
import { answerOf, observe, preflightOf } from '../results/observed.js'
import { requestNotes, verdictWords } from '../results/words.js'

export interface CheckedCall {
  readonly call: Call
  /** Absent where the call was not made. */
  readonly result?: CallResult
  readonly differences: readonly string[]
}

const headings: readonly string[] = ['', 'asked', 'preflight', 'answer', 'the script']

/** A row for each call. The CORS headers that came back are few lists, numbered in brackets, and below. */
export const table = (checked: readonly CheckedCall[]): string => {
  const lists: string[] = []
  const rows = checked.map((each) => cells(each, lists))
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [
    line(headings),
    ...checked.flatMap(({ differences }, index) => [
      line(rows[index] ?? []),
      ...differences.map((difference) => `       ! ${difference}`),
    ]),
    ...lists.map((list, index) => `\n[${index + 1}] ${list.replaceAll('\n', '\n    ')}`),
  ].join('\n')
}

const cells = ({ call, result, differences }: CheckedCall, lists: string[]): readonly string[] => [
  differences.length === 0 ? 'ok' : 'WRONG',
  [`${call.method} ${call.path}`, ...requestNotes(call)].join(', '),
  ...(result === undefined
    ? []
    : [
        answerCell(preflightOf(result.exchanges), 'none', lists),
        answerCell(answerOf(result.exchanges), 'not sent', lists),
        scriptCell(result),
      ]),
]

const answerCell = (exchange: Exchange | undefined, otherwise: string, lists: string[]): string => {
  if (exchange === undefined) return otherwise
  const { status, headers } = exchange.response
  const list = headers
    .filter(([name]) => name.toLowerCase().startsWith('access-control-'))
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
  if (list === '') return String(status)
  if (!lists.includes(list)) lists.push(list)
  return `${status} [${lists.indexOf(list) + 1}]`
}

const scriptCell = (result: CallResult): string => {
  const { verdict, status, headers } = observe(result)
  if (verdict === 'readable') return [`${verdictWords.readable} ${status}`, ...headers].join(', ')
  return `${verdictWords[verdict]}: ${result.explanation.refusal ?? 'no reason'}`
}

import type { ListenerRow, Results } from '../results.js'
import { AT_ANY_SIZE, CHEAPER, HEAP_IN_B, HEAP_OVER_LIMIT, HOSTILE, OVER_LIMIT } from './goals.js'
import { bytes, heapOver, peerToOurs } from './listener-tables.js'
import { table, times } from './table.js'

const WITH_LIMIT = ['node', 'fastify', 'koa']
const WITH_NEST = ['nestjs-express', 'nestjs-fastify']

type Line = readonly string[]
type Text = (value: number) => string

const atLeast = (what: string, framework: string, goal: number, measured: number): Line => [
  what,
  framework,
  `≥ ${times(goal)}`,
  times(measured),
  measured >= goal ? 'yes' : 'no',
]

const atMost = (
  what: string,
  framework: string,
  goal: number,
  measured: number,
  text: Text = times,
): Line => [what, framework, `≤ ${text(goal)}`, text(measured), measured <= goal ? 'yes' : 'no']

/** Whose cost is less is told only where half of the rounds around the median, of either, say the same. */
const againstOwn = (row: ListenerRow): Line => {
  const { ours, peer } = row.cells
  const isTold =
    ours.overQuartiles[1] < peer.overQuartiles[0] || peer.overQuartiles[1] < ours.overQuartiles[0]
  const line = atLeast(`${row.scenario}: peer : ours`, row.framework, 1, peerToOurs(row))
  return isTold ? line : [...line.slice(0, -1), 'within the noise']
}

const over = (row: ListenerRow): number => row.cells.ours.over

/** Every goal, beside what was measured. */
export const targetsTable = ({ listener }: Results): string => {
  const rowsOf = (framework: string, scenario: RegExp): readonly ListenerRow[] =>
    listener.filter((row) => row.framework === framework && scenario.test(row.scenario))
  const rowOf = (framework: string, scenario: string): readonly ListenerRow[] =>
    listener.filter((row) => row.framework === framework && row.scenario === scenario)

  const cheaper = CHEAPER.flatMap(([scenario, goals]) =>
    Object.entries(goals).flatMap(([framework, goal = 0]) =>
      rowOf(framework, scenario).map((row) =>
        atLeast(`${scenario}: peer : ours`, framework, goal, peerToOurs(row)),
      ),
    ),
  )
  const overLimit = Object.entries(OVER_LIMIT).flatMap(([scenario, goal = 0]) =>
    WITH_LIMIT.flatMap((framework) =>
      rowOf(framework, scenario).map((row) => {
        const what = `${scenario}: ours : limit`
        const limit = row.cells.limit.over
        // A ratio to nothing would count as reached.
        return limit > 0
          ? atMost(what, framework, goal, over(row) / limit)
          : [what, framework, `≤ ${times(goal)}`, 'limit less than bare', 'not known']
      }),
    ),
  )
  const atAnySize = Object.entries(AT_ANY_SIZE).flatMap(([letter, goal = 0]) =>
    WITH_LIMIT.map((framework) => {
      const ratios = rowsOf(framework, new RegExp(`^${letter}-`)).flatMap((row) =>
        rowOf(framework, row.scenario.endsWith('missing') ? 'c' : 'b').map((base) => over(row) / over(base)),
      )
      return atMost(`${letter} at its worst size : b or c`, framework, goal, Math.max(...ratios))
    }),
  )
  const hostile = WITH_LIMIT.flatMap((framework) =>
    rowsOf(framework, /^g-/).flatMap((row) =>
      rowOf(framework, /commas|tokens/.test(row.scenario) ? 'd' : 'c').map((base) =>
        atMost(
          `${row.scenario}: more than c or d`,
          framework,
          HOSTILE,
          (over(row) - over(base)) / 1e3,
          (value) => `${value.toFixed(2)} µs`,
        ),
      ),
    ),
  )
  const heap = WITH_LIMIT.flatMap((framework) =>
    rowOf(framework, 'b').flatMap((row) => [
      atLeast(
        'heap in b: peer : ours',
        framework,
        HEAP_IN_B[framework] ?? 0,
        heapOver(row, 'peer') / heapOver(row, 'ours'),
      ),
      atMost(
        'heap in b: more than the limit',
        framework,
        HEAP_OVER_LIMIT,
        heapOver(row, 'ours') - heapOver(row, 'limit'),
        bytes,
      ),
    ]),
  )
  const nest = WITH_NEST.flatMap((framework) =>
    rowsOf(framework, /./).flatMap((row) => [
      againstOwn(row),
      atMost(
        `${row.scenario}: heap, more than peer`,
        framework,
        0,
        heapOver(row, 'ours') - heapOver(row, 'peer'),
        bytes,
      ),
    ]),
  )
  return table(
    ['what', 'framework', 'goal', 'measured', 'reached'],
    [...cheaper, ...overLimit, ...atAnySize, ...hostile, ...heap, ...nest],
  )
}

import type { Cell } from '../measure/listener.js'
import { canTell, isTold, median, middleHalf } from '../measure/statistics.js'
import type { ListenerRow, Results } from '../results.js'
import { AT_ANY_SIZE, CHEAPER, HEAP_IN_B, HEAP_OVER_LIMIT, HOSTILE, OVER_LIMIT } from './goals.js'
import { bytes, heapOver, peerToOurs, ratio } from './listener-tables.js'
import { table, times } from './table.js'

const WITH_LIMIT = ['node', 'fastify', 'koa']
const WITH_NEST = ['nestjs-express', 'nestjs-fastify']

type Line = readonly string[]
type Text = (value: number) => string

/** @param starts what each start alone says, where there was more than one */
const line = (
  what: string,
  framework: string,
  goal: string,
  measured: string,
  reached: string,
  starts: readonly string[] = [],
): Line => [what, framework, goal, measured, starts.join(' to '), reached]

const answer = (isReached: boolean): string => (isReached ? 'yes' : 'no')

const atMost = (what: string, framework: string, goal: number, measured: number, text: Text = times): Line =>
  line(what, framework, `≤ ${text(goal)}`, text(measured), answer(measured <= goal))

/** The ratio of two costs after each start. */
const ratios = (over: Cell, base: Cell): readonly number[] =>
  over.overByStart.map((cost, start) => ratio(cost, base.overByStart[start] ?? 0))

/** The half of them around the median. */
const byStart = (over: Cell, base: Cell): readonly string[] =>
  over.overByStart.length < 2 ? [] : middleHalf(ratios(over, base)).map(times)

const cheaperBy = (row: ListenerRow, goal: number): Line => {
  const { ours, peer } = row.cells
  const measured = peerToOurs(row)
  const what = `${row.scenario}: peer : ours`
  return line(
    what,
    row.framework,
    `≥ ${times(goal)}`,
    times(measured),
    answer(measured >= goal),
    byStart(peer, ours),
  )
}

/** Which of two costs near zero is less is told by the starts, not by their ratio. */
const againstOwn = (row: ListenerRow): Line => {
  const { ours, peer } = row.cells
  const differences = peer.overByStart.map((cost, start) => cost - (ours.overByStart[start] ?? 0))
  const told = isTold(differences) ? answer(median(differences) > 0) : 'within the noise'
  const reached = canTell(differences.length) ? told : 'too few starts'
  return [...cheaperBy(row, 1).slice(0, -1), reached]
}

const heapIn = (row: ListenerRow, goal: number): Line => {
  const measured = heapOver(row, 'peer') / heapOver(row, 'ours')
  return line(
    'heap in b: peer : ours',
    row.framework,
    `≥ ${times(goal)}`,
    times(measured),
    answer(measured >= goal),
  )
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
      rowOf(framework, scenario).map((row) => cheaperBy(row, goal)),
    ),
  )
  const overLimit = Object.entries(OVER_LIMIT).flatMap(([scenario, goal = 0]) =>
    WITH_LIMIT.flatMap((framework) =>
      rowOf(framework, scenario).map((row) => {
        const { ours, limit } = row.cells
        const what = `${scenario}: ours : limit`
        const bound = `≤ ${times(goal)}`
        // A ratio to nothing would count as reached.
        if (limit.over <= 0) return line(what, framework, bound, 'limit less than bare', 'not known')
        const measured = ours.over / limit.over
        return line(what, framework, bound, times(measured), answer(measured <= goal), byStart(ours, limit))
      }),
    ),
  )
  const atAnySize = Object.entries(AT_ANY_SIZE).flatMap(([letter, goal = 0]) =>
    WITH_LIMIT.flatMap((framework) => {
      const worst = rowsOf(framework, new RegExp(`^${letter}-`)).flatMap((row) =>
        row.plain === undefined ? [] : [median(ratios(row.cells.ours, row.plain))],
      )
      const what = `${letter} at its worst size : b or c`
      return worst.length === 0 ? [] : [atMost(what, framework, goal, Math.max(...worst))]
    }),
  )
  const hostile = WITH_LIMIT.flatMap((framework) =>
    rowsOf(framework, /^g-/).flatMap((row) => {
      if (row.plain === undefined) return []
      const more = (over(row) - row.plain.over) / 1e3
      const what = `${row.scenario}: more than c or d`
      return [atMost(what, framework, HOSTILE, more, (value) => `${value.toFixed(2)} µs`)]
    }),
  )
  const heap = WITH_LIMIT.flatMap((framework) =>
    rowOf(framework, 'b').flatMap((row) => [
      heapIn(row, HEAP_IN_B[framework] ?? 0),
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
    ['what', 'framework', 'goal', 'measured', 'half of the starts', 'reached'],
    [...cheaper, ...overLimit, ...atAnySize, ...hostile, ...heap, ...nest],
  )
}

import { ROLES, type Role } from '../contender.js'
import { scenarioOf } from '../scenarios/index.js'
import { type Child, startChild } from './child-process.js'
import { median, pairedDifferences } from './statistics.js'

export interface Effort {
  /**
   * How often all contenders start anew. How V8 compiles and places the same code differs from process to process
   * by more than what is measured here.
   */
  readonly starts: number
  /** After each start. */
  readonly rounds: number
  /** How long a contender's turn in a round is. */
  readonly turnMilliseconds: number
  readonly warmUpMilliseconds: number
}

/** What was measured of one contender. Times in nanoseconds a request, heap in bytes a request. */
export interface Cell {
  readonly time: number
  /** Over bare, paired within rounds: the median of all rounds, and of those after each start. */
  readonly over: number
  readonly overByStart: readonly number[]
  readonly heap: number
}

/** All contenders of one framework in one scenario. */
export interface Measurement {
  readonly cells: Readonly<Record<Role, Cell>>
  /** Ours in the plain scenario, in the same rounds, where there is one to compare with. */
  readonly plain?: Cell
}

type Place = Role | 'plain'

interface Running {
  readonly place: Place
  readonly child: Child
  count: number
  readonly times: number[]
}

const REQUESTS_IN_HEAP_BATCH = 200

/** So few that a slow framework's turn would tell little, unless they take much longer than other turns. */
const FEW_REQUESTS = 500
/** Times the usual. */
const LONGEST_TURN = 3

/** How many requests a turn has. */
const requestsIn = (turnMilliseconds: number, nanosecondsEach: number): number => {
  const usual = (turnMilliseconds * 1e6) / nanosecondsEach
  return Math.max(2, Math.round(Math.min(Math.max(usual, FEW_REQUESTS), usual * LONGEST_TURN)))
}

/** Until the code is compiled, and it is known how many requests a turn has. */
const warmUp = async ({ warmUpMilliseconds, turnMilliseconds }: Effort, running: Running): Promise<void> => {
  let spent = 0
  let count = 10
  while (spent < warmUpMilliseconds) {
    const each = await running.child.ask({ do: 'time', count })
    spent += (each * count) / 1e6
    running.count = requestsIn(turnMilliseconds, each)
    count = Math.min(running.count, count * 4)
  }
}

/** What was measured between one start and the next: times in nanoseconds a request, one for each round. */
type Measured = ReadonlyMap<Place, { readonly times: readonly number[]; readonly heap: number }>

/**
 * In every round each contender has its turn, in rotated order, so that a slower minute of the machine slows all of
 * them; only what happened within one round is compared.
 */
const measureOnce = async (framework: string, scenario: string, effort: Effort): Promise<Measured> => {
  const start = async (place: Place, role: Role, scenario: string): Promise<Running> => ({
    place,
    child: await startChild(framework, role, scenario),
    count: 2,
    times: [],
  })
  const { plain } = scenarioOf(scenario)
  const contenders: readonly Running[] = await Promise.all([
    ...ROLES.map((role) => start(role, role, scenario)),
    ...(plain === undefined ? [] : [start('plain', 'ours', plain)]),
  ])
  try {
    for (const running of contenders) await warmUp(effort, running)
    for (let round = 0; round < effort.rounds; round++) {
      for (let turn = 0; turn < contenders.length; turn++) {
        const running = contenders[(round + turn) % contenders.length] as Running
        running.times.push(await running.child.ask({ do: 'time', count: running.count }))
      }
    }
    const measured = new Map<Place, { times: readonly number[]; heap: number }>()
    for (const { place, child, times, count } of contenders) {
      const heap = await child.ask({ do: 'heap', count: Math.min(count, REQUESTS_IN_HEAP_BATCH) })
      measured.set(place, { times, heap })
    }
    return measured
  } finally {
    for (const { child } of contenders) child.stop()
  }
}

export const measureListener = async (
  framework: string,
  scenario: string,
  effort: Effort,
): Promise<Measurement> => {
  const starts: Measured[] = []
  while (starts.length < effort.starts) starts.push(await measureOnce(framework, scenario, effort))
  const timesOf = (start: Measured, place: Place): readonly number[] => start.get(place)?.times ?? []
  const cellOf = (place: Place): Cell => {
    const over = starts.map((start) => pairedDifferences(timesOf(start, place), timesOf(start, 'bare')))
    return {
      time: median(starts.flatMap((start) => timesOf(start, place))),
      over: median(over.flat()),
      overByStart: over.map(median),
      heap: median(starts.map((start) => start.get(place)?.heap ?? Number.NaN)),
    }
  }
  return {
    cells: Object.fromEntries(ROLES.map((role) => [role, cellOf(role)])) as Record<Role, Cell>,
    ...(starts[0]?.has('plain') === true && { plain: cellOf('plain') }),
  }
}

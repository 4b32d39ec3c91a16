import { ROLES, type Role } from '../contender.js'
import { type Child, startChild } from './child-process.js'
import { median, pairedDifferences, quantile } from './statistics.js'

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
  /** Over bare, paired within rounds: the median, and the quarters around it. */
  readonly over: number
  readonly overQuartiles: readonly [low: number, high: number]
  readonly heap: number
}

interface Running {
  readonly role: Role
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
type Measured = Readonly<Record<Role, { readonly times: readonly number[]; readonly heap: number }>>

/**
 * In every round each contender has its turn, in rotated order, so that a slower minute of the machine slows all of
 * them; only what happened within one round is compared.
 */
const measureOnce = async (framework: string, scenario: string, effort: Effort): Promise<Measured> => {
  const contenders: readonly Running[] = await Promise.all(
    ROLES.map(async (role) => ({
      role,
      child: await startChild(framework, role, scenario),
      count: 2,
      times: [],
    })),
  )
  try {
    for (const running of contenders) await warmUp(effort, running)
    for (let round = 0; round < effort.rounds; round++) {
      for (let turn = 0; turn < contenders.length; turn++) {
        const running = contenders[(round + turn) % contenders.length] as Running
        running.times.push(await running.child.ask({ do: 'time', count: running.count }))
      }
    }
    const measured: [Role, Measured[Role]][] = []
    for (const { role, child, times, count } of contenders) {
      const heap = await child.ask({ do: 'heap', count: Math.min(count, REQUESTS_IN_HEAP_BATCH) })
      measured.push([role, { times, heap }])
    }
    return Object.fromEntries(measured) as Record<Role, Measured[Role]>
  } finally {
    for (const { child } of contenders) child.stop()
  }
}

/** Measure all contenders of one framework in one scenario. */
export const measureListener = async (
  framework: string,
  scenario: string,
  effort: Effort,
): Promise<Readonly<Record<Role, Cell>>> => {
  const starts: Measured[] = []
  while (starts.length < effort.starts) starts.push(await measureOnce(framework, scenario, effort))
  const cellOf = (role: Role): Cell => {
    const over = starts.flatMap((start) => pairedDifferences(start[role].times, start.bare.times))
    return {
      time: median(starts.flatMap((start) => start[role].times)),
      over: median(over),
      overQuartiles: [quantile(over, 0.25), quantile(over, 0.75)],
      heap: median(starts.map((start) => start[role].heap)),
    }
  }
  return Object.fromEntries(ROLES.map((role) => [role, cellOf(role)])) as Record<Role, Cell>
}

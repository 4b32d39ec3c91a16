import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ROLES } from '../contender.js'
import { loadFramework } from '../frameworks/index.js'
import type { InstructionsRow } from '../results.js'
import { STEPS } from '../steps.js'
import { CHILD, NODE_OPTIONS } from './child-process.js'

const run = promisify(execFile)

export type Counter = InstructionsRow['counter']

const COMMANDS: Readonly<Record<Counter, readonly string[]>> = {
  'perf stat': ['perf', 'stat', '-x,', '-e', 'instructions:u'],
  valgrind: ['valgrind', '--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'],
}

const PATTERNS: Readonly<Record<Counter, RegExp>> = {
  'perf stat': /^(\d+),,instructions/m,
  valgrind: /I\s+refs:\s+([\d,]+)/,
}

const count = async (counter: Counter, command: readonly string[]): Promise<number | undefined> => {
  const [program = '', ...rest] = [...COMMANDS[counter], ...command]
  try {
    const { stderr } = await run(program, rest)
    const found = PATTERNS[counter].exec(stderr)?.[1]
    return found === undefined ? undefined : Number(found.replaceAll(',', ''))
  } catch {
    return undefined
  }
}

/** Many virtual machines have no counters, or the system forbids them. */
export const worksHere = async (counter: Counter): Promise<boolean> =>
  (await count(counter, ['true'])) !== undefined

/** Of three processes. What the second and the third do beyond the one before is counted. */
const REQUESTS = [20_000, 40_000, 60_000] as const

/**
 * A young generation so large that hardly any collection falls into what is counted: one more or less would show.
 * And all three processes do the same at the same request: their counts then repeat to a few instructions.
 */
const OPTIONS = [
  ...NODE_OPTIONS,
  ...['--min-semi-space-size=256', '--max-semi-space-size=256', '--no-flush-bytecode'],
  ...['--predictable', '--hash-seed=1', '--random-seed=1'],
]

export const countInstructions = async (
  counter: Counter,
  framework: string,
  scenario: string,
): Promise<InstructionsRow> => {
  const countAll = async <Contender extends string>(
    contenders: readonly Contender[],
  ): Promise<Record<Contender, number>> => {
    const counts: [Contender, number][] = []
    for (const contender of contenders) {
      const command = [process.execPath, ...OPTIONS, CHILD, framework, contender, scenario]
      // At once: what else runs on the machine changes no count.
      const [first, second, third] = await Promise.all(
        REQUESTS.map(
          async (requests) => (await count(counter, [...command, String(requests)])) ?? Number.NaN,
        ),
      )
      const halves = [
        ((second as number) - (first as number)) / (REQUESTS[1] - REQUESTS[0]),
        ((third as number) - (second as number)) / (REQUESTS[2] - REQUESTS[1]),
      ]
      // Into the other one V8 compiles something again, which is no work of a request.
      counts.push([contender, Math.min(...halves)])
    }
    return Object.fromEntries(counts) as Record<Contender, number>
  }
  const counts = await countAll(ROLES)
  const hasSteps = (await loadFramework(framework)).startStep !== undefined
  return { framework, scenario, counts, ...(hasSteps ? { steps: await countAll(STEPS) } : {}), counter }
}

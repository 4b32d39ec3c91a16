import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Arguments, readArguments } from './arguments.js'
import { environment } from './environment.js'
import { FRAMEWORKS } from './frameworks/index.js'
import { measureConstruction } from './measure/construction.js'
import { measureEndToEnd } from './measure/end-to-end.js'
import { countInstructions, worksHere } from './measure/instructions.js'
import { measureListener } from './measure/listener.js'
import { resultsDocument } from './report/document.js'
import { listenerTable } from './report/listener-tables.js'
import { constructionTable, endToEndTable, instructionsTable, stepsTable } from './report/other-tables.js'
import { plot } from './report/plot.js'
import { withSummary } from './report/summary.js'
import {
  type InstructionsRow,
  type ListenerRow,
  merged,
  type Results,
  readResults,
  writeResultFile,
} from './results.js'
import { isOnlyPlotted, SCENARIOS, scenarioOf } from './scenarios/index.js'

/** The framework whose costs are plotted, which has nothing of its own around them. */
const PLOTTED = 'node'

const listenerPart = async ({ frameworks, scenarios, effortFor }: Arguments): Promise<ListenerRow[]> => {
  const rows: ListenerRow[] = []
  for (const framework of frameworks.filter((id) => id !== 'next')) {
    for (const scenario of scenarios) {
      if (isOnlyPlotted(scenarioOf(scenario)) && framework !== PLOTTED) continue
      const row = {
        framework,
        scenario,
        ...(await measureListener(framework, scenario, effortFor(framework))),
      }
      rows.push(row)
      console.log(`\n${framework}\n${listenerTable([row])}`)
    }
  }
  return rows
}

const instructionsPart = async (chosen: Arguments): Promise<InstructionsRow[]> => {
  const counters = ['perf stat', ...(chosen.valgrind ? (['valgrind'] as const) : [])] as const
  let counter: InstructionsRow['counter'] | undefined
  for (const one of counters) if (counter === undefined && (await worksHere(one))) counter = one
  if (counter === undefined) {
    console.log(`\nInstructions cannot be counted here: ${counters.join(' and ')} cannot.`)
    return []
  }
  const rows: InstructionsRow[] = []
  for (const framework of chosen.frameworks.filter((id) => id !== 'next')) {
    for (const scenario of chosen.scenarios.filter((id) => /^[a-d]$/.test(id))) {
      const row = await countInstructions(counter, framework, scenario)
      rows.push(row)
      console.log(`\n${instructionsTable([row])}\n${stepsTable([row])}`)
    }
  }
  return rows
}

const read = (): Arguments => {
  try {
    return readArguments(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

const chosen = read()
const { isSmoke } = chosen
const has = (part: Arguments['parts'][number]): boolean => chosen.parts.includes(part)

const listener = has('listener') ? await listenerPart(chosen) : []
const instructions = has('instructions') ? await instructionsPart(chosen) : []
const construction = has('construction')
  ? [
      await measureConstruction('origins', 100_000, isSmoke ? 1 : 7),
      await measureConstruction('patterns', 10_000, isSmoke ? 1 : 7),
    ]
  : []
const endToEnd = []
for (const framework of has('end-to-end') ? chosen.frameworks : []) {
  endToEnd.push(
    ...(await measureEndToEnd(framework, isSmoke ? { turns: 1, seconds: 1 } : { turns: 7, seconds: 2 })),
  )
}

const now: Results = { environment: environment(), listener, instructions, construction, endToEnd }
if (construction.length > 0) console.log(`\n${constructionTable(now)}`)
if (endToEnd.length > 0) console.log(`\n${endToEndTable(endToEnd)}`)

if (chosen.save) {
  const before = readResults()
  /** In the order of the lists, whatever was measured last. */
  const placeOf = ({ framework, scenario }: ListenerRow): number =>
    FRAMEWORKS.indexOf(framework) * SCENARIOS.length + SCENARIOS.findIndex(({ id }) => id === scenario)
  const cellOf = ({ framework, scenario }: { framework: string; scenario: string }): string =>
    `${framework} ${scenario}`
  const results: Results = {
    environment: now.environment,
    listener: [...merged(before.listener, listener, cellOf)].sort(
      (one, other) => placeOf(one) - placeOf(other),
    ),
    instructions: merged(before.instructions, instructions, cellOf),
    construction: merged(before.construction, construction, ({ kind, count }) => `${kind} ${count}`),
    endToEnd: merged(before.endToEnd, endToEnd, ({ framework, role }) => `${framework} ${role}`),
  }
  writeResultFile('results.json', `${JSON.stringify(results, undefined, 2)}\n`)
  writeResultFile('results.md', resultsDocument(results))
  const plotted = results.listener.filter(({ framework }) => framework === PLOTTED)
  writeResultFile('cost.svg', plot(plotted, 'cors', '@cors/node'))
  const readme = fileURLToPath(new URL('../../../README.md', import.meta.url))
  writeFileSync(readme, withSummary(readFileSync(readme, 'utf8'), results))
  console.log('\nWritten to apps/bench/results, and to the README.')
}

import { readFileSync } from 'node:fs'
import { FOLDER, type Results } from '../results.js'
import { listenerTable } from './listener-tables.js'
import { constructionTable, endToEndTable, instructionsTable, stepsTable } from './other-tables.js'
import { targetsTable } from './targets.js'

const machine = ({ environment }: Results): string => {
  const { date, node, processor, cores, memoryGigabytes, platform, versions } = environment
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return `${date}, Node ${node} on ${processor}, ${cores} cores, ${memoryGigabytes} GB, ${platform}. ${packages.join(', ')}.`
}

const instructions = ({ instructions: rows }: Results): readonly string[] => {
  if (rows.length === 0) return ['`perf stat` cannot count instructions on this machine, so there are none.']
  const isPerf = rows.every(({ counter }) => counter === 'perf stat')
  return [
    isPerf
      ? 'Counted by `perf stat`.'
      : '`perf stat` cannot count instructions on this machine; these are counted by valgrind.',
    instructionsTable(rows),
    "What ours costs over the limit, in instructions. Each part is the difference between two applications, of which the second does one thing more: it reads the request, asks the policy, asks Node for the names of the headers that are set, lets the adapters' function apply the answer in place of constant headers, and is the adapter in full. Counts repeat to about 200.",
    stepsTable(rows),
  ]
}

/** `results.md`, from `results.json` and what was found out about the rest, which is written by hand. */
export const resultsDocument = (results: Results): string => {
  const frameworks = [...new Set(results.listener.map(({ framework }) => framework))]
  const sections = [
    '# What CORS costs',
    'Written by `pnpm bench`. What is measured, and how: [README.md](../README.md).',
    machine(results),
    '![cost against the number of origins and patterns](cost.svg)',
    '## Goals',
    targetsTable(results),
    readFileSync(`${FOLDER}remaining.md`, 'utf8').trimEnd(),
    '## Through the whole listener',
    'CPU time of one request, median; "+" is over bare, the median of differences within rounds. Heap: bytes allocated for one request, over bare.',
    ...frameworks.flatMap((framework) => [
      `### ${framework}`,
      listenerTable(results.listener.filter((row) => row.framework === framework)),
    ]),
    '## Construction',
    constructionTable(results),
    '## Instructions',
    ...instructions(results),
    '## End to end',
    'An allowed GET over loopback, autocannon with 50 connections, alternating with the same server without CORS. For Next.js that is one with an empty proxy, and the limit is a proxy that sets the same headers by hand.',
    endToEndTable(results.endToEnd),
  ]
  return `${sections.join('\n\n')}\n`
}

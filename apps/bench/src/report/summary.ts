import type { Results } from '../results.js'
import { heapOver, peerToOurs } from './listener-tables.js'
import { duration, table, times } from './table.js'

const NAMES: Readonly<Record<string, readonly [framework: string, peer: string]>> = {
  node: ['node:http', 'cors'],
  express: ['Express', 'cors'],
  fastify: ['Fastify', '@fastify/cors'],
  koa: ['Koa', '@koa/cors'],
  hono: ['Hono', 'hono/cors'],
  'nestjs-express': ['NestJS on Express', 'enableCors'],
  'nestjs-fastify': ['NestJS on Fastify', 'enableCors'],
}

const SCENARIOS = [
  ['a', 'no `Origin`'],
  ['b', 'allowed'],
  ['c', 'denied'],
  ['d', 'preflight'],
  ['e-1000-missing', '1,000 origins'],
  ['f-100-last', '100 patterns'],
] as const

/** What the README shows: what CORS costs with the usual middleware, and with ours. */
export const summary = ({ listener, environment: { node, processor, date } }: Results): string => {
  const rows = Object.entries(NAMES).flatMap(([framework, [name, peer]]) => {
    const rowOf = (id: string) => listener.find((row) => row.framework === framework && row.scenario === id)
    const allowed = rowOf('b')
    if (allowed === undefined) return []
    const cells = SCENARIOS.map(([id]) => {
      const row = rowOf(id)
      if (row === undefined) return '–'
      const { peer: theirs, ours } = row.cells
      return `${duration(theirs.over)} : ${duration(ours.over)} (${times(peerToOurs(row))})`
    })
    const heap = `${Math.round(heapOver(allowed, 'peer'))} : ${Math.round(heapOver(allowed, 'ours'))} B`
    return [[`${name}, \`${peer}\` : ours`, ...cells, heap]]
  })
  return [
    table(['', ...SCENARIOS.map(([, title]) => title), 'heap, allowed'], rows),
    '',
    'CPU time and heap of one request through the whole listener, over the same application without CORS; in brackets',
    `how many times less ours takes. Node ${node.slice(1)} on ${processor}, ${date}.`,
  ].join('\n')
}

const BEGIN = '<!-- bench: written by `pnpm bench` -->'
const END = '<!-- /bench -->'

/** @throws Error if the text has no place for it */
export const withSummary = (readme: string, results: Results): string => {
  const [before, rest] = readme.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`The README lacks "${BEGIN}" or "${END}".`)
  return `${before}${BEGIN}\n${summary(results)}\n${END}${after}`
}

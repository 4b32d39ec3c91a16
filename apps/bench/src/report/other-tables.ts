import type { EndToEnd } from '../measure/end-to-end.js'
import type { InstructionsRow, Results } from '../results.js'
import { CONSTRUCTION } from './goals.js'
import { table, times } from './table.js'

export const constructionTable = ({ construction }: Results): string =>
  table(
    ['policy of', 'time', 'goal', 'CPU time, all threads', 'heap over the strings', 'goal'],
    construction.map(({ kind, count, milliseconds, cpuMilliseconds, megabytes }) => {
      const [time, heap] = CONSTRUCTION[`${count} ${kind}`] ?? []
      return [
        `${count.toLocaleString('en')} ${kind}`,
        `${Math.round(milliseconds)} ms`,
        time === undefined ? '' : `< ${time} ms`,
        `${Math.round(cpuMilliseconds)} ms`,
        `${megabytes.toFixed(1)} MB`,
        heap === undefined ? '' : `≤ ${heap} MB`,
      ]
    }),
  )

export const instructionsTable = (rows: readonly InstructionsRow[]): string =>
  table(
    ['framework, scenario', 'bare', 'limit +', 'peer +', 'ours +', 'peer : ours', 'ours : limit'],
    rows.map(({ framework, scenario, counts }) => {
      const limit = counts.limit - counts.bare
      const peer = counts.peer - counts.bare
      const ours = counts.ours - counts.bare
      return [
        `${framework}, ${scenario}`,
        ...[counts.bare, limit, peer, ours].map((count) => `${(count / 1e3).toFixed(1)}k`),
        times(peer / ours),
        times(ours / limit),
      ]
    }),
  )

/** What *ours* costs over the limit, part by part; each is the difference of two neighbours. */
export const stepsTable = (rows: readonly InstructionsRow[]): string =>
  table(
    [
      'framework, scenario',
      'reads the request',
      'asks the policy',
      'lists the headers set',
      'applies the answer',
      'the adapter',
      'ours over the limit',
    ],
    rows.flatMap(({ framework, scenario, counts, steps }) => {
      if (steps === undefined) return []
      const ladder = [counts.limit, steps.reads, steps.decides, steps.lists, steps.applies, counts.ours]
      const parts = ladder.slice(1).map((count, index) => count - (ladder[index] as number))
      return [
        [
          `${framework}, ${scenario}`,
          ...[...parts, counts.ours - counts.limit].map((count) => Math.round(count).toLocaleString('en')),
        ],
      ]
    }),
  )

export const endToEndTable = (rows: readonly EndToEnd[]): string =>
  table(
    ['framework', 'with', 'requests a second', 'of those without CORS', 'p99 : without CORS'],
    rows.map(({ framework, role, requestsPerSecond, throughputRatio, p99Ratio }) => [
      framework,
      role,
      Math.round(requestsPerSecond).toLocaleString('en'),
      `${(throughputRatio * 100).toFixed(1)} %`,
      times(p99Ratio),
    ]),
  )

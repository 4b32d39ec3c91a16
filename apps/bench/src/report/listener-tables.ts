import type { Role } from '../contender.js'
import type { ListenerRow } from '../results.js'
import { scenarioOf } from '../scenarios/index.js'
import { duration, table, times } from './table.js'

const HEAD = [
  'scenario',
  'bare',
  'limit +',
  'peer +',
  'ours +',
  'peer : ours',
  'ours : limit',
  'heap: limit +',
  'peer +',
  'ours +',
]

/** Heap over bare, in bytes a request. */
export const heapOver = ({ cells }: ListenerRow, role: Role): number => cells[role].heap - cells.bare.heap

/** Where a cost is less than bare, as where it is answered before a framework's own work, no ratio says how much. */
export const ratio = (cost: number, base: number): number =>
  base <= 0 ? Number.POSITIVE_INFINITY : cost / base

export const peerToOurs = ({ cells }: ListenerRow): number => ratio(cells.peer.over, cells.ours.over)

export const bytes = (count: number): string => `${Math.round(count).toLocaleString('en')} B`

const cellsOf = (row: ListenerRow): readonly string[] => {
  const { bare, limit, peer, ours } = row.cells
  return [
    `${row.scenario}: ${scenarioOf(row.scenario).title}`,
    duration(bare.time),
    duration(limit.over),
    duration(peer.over),
    duration(ours.over),
    times(peerToOurs(row)),
    times(ours.over / limit.over),
    bytes(heapOver(row, 'limit')),
    bytes(heapOver(row, 'peer')),
    bytes(heapOver(row, 'ours')),
  ]
}

export const listenerTable = (rows: readonly ListenerRow[]): string => table(HEAD, rows.map(cellsOf))

import { getHeapSpaceStatistics } from 'node:v8'
import type { Contender } from '../contender.js'
import type { RequestShape } from '../scenarios/scenario.js'
import { median } from './statistics.js'

declare const gc: ((options: { readonly type: 'minor' }) => void) | undefined

/** Where every object is made. */
const youngGeneration = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_used_size ?? 0

const BATCHES = 30

/**
 * Bytes allocated a request: how much the heap grows while nothing is collected. The young
 * generation has room for a batch, so that none meets a collection; the median drops one that does all the same.
 */
export const measureHeap = async (
  contender: Contender,
  request: RequestShape,
  count: number,
): Promise<number> => {
  if (gc === undefined) throw new Error('Start the process with --expose-gc.')
  const values: number[] = []
  for (let batch = 0; batch < BATCHES; batch++) {
    // A full collection would throw away compiled code, too.
    gc({ type: 'minor' })
    const before = youngGeneration()
    await contender.send(request, count)
    values.push((youngGeneration() - before) / count)
  }
  // The first ones still compile.
  return median(values.slice(BATCHES / 2))
}

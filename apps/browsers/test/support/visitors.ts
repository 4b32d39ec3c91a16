import { isPreflight } from '../../src/front/journal.js'
import type { Setting } from '../../src/judge/run-batch.js'
import type { PageCall, Seen } from '../../src/page/page-call.js'
import { type Place, places } from '../../src/places.js'

export const placeNamed = (id: string): Place => {
  const place = places.find((each) => each.id === id)
  if (place === undefined) throw new Error(`There is no page ${id}`)
  return place
}

export interface Outcome {
  readonly seen: Seen
  readonly preflights: number
  readonly requests: number
}

let calls = 0

/** A name for a URL that no cache has met. */
export const freshName = (): string => `cache-${++calls}`

/** One call from one page, and what it sent. `name` is the `case` in its URL. */
export const call = async (
  { visit, journal }: Setting,
  place: Place,
  name: string,
  init: Partial<PageCall> & Pick<PageCall, 'url'>,
): Promise<Outcome> => {
  const [seen] = await visit.perform(place, [
    { via: 'fetch', method: 'GET', headers: [], credentials: 'omit', ...init, id: name },
  ])
  if (seen === undefined) throw new Error('The page did not make the call')
  const exchanges = journal.take(name)
  const preflights = exchanges.filter(isPreflight).length
  return { seen, preflights, requests: exchanges.length - preflights }
}

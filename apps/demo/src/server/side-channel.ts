import { randomUUID } from 'node:crypto'
import { callGroups, calls, internalPolicy, publicPolicy } from '@cors/app-service'
import { replay } from '../explain/replay.js'
import { type Journal, withToken } from '../recorder/journal.js'
import type { CallResult } from '../results/call-result.js'
import type { DemoPage, DemoSite, PageDescription } from './description.js'

export const describePage = ({ pages, services, policy }: DemoSite, page: DemoPage): PageDescription => ({
  page: page.id,
  pages,
  services,
  policies: [
    { scope: 'Every route but the two below', policy },
    { scope: '/public/prices', policy: publicPolicy },
    { scope: '/internal/stock', policy: internalPolicy },
  ],
  groups: callGroups,
  visit: randomUUID().slice(0, 8),
})

/** What a script cannot see of its own call. */
export type CallRecord = Pick<CallResult, 'exchanges' | 'explanation'>

/**
 * @param query `service`, `call`, `token`, and `after`: the last sequence number that earlier calls with this token used
 * @returns `undefined` where there is no such service or call
 */
export const recordOfCall = async (
  { services }: DemoSite,
  { origin }: DemoPage,
  journals: ReadonlyMap<string, Journal>,
  query: URLSearchParams,
): Promise<CallRecord | undefined> => {
  const service = services.find(({ id }) => id === query.get('service'))
  const call = calls.find(({ id }) => id === query.get('call'))
  const token = query.get('token')
  if (service === undefined || call === undefined || token === null) return undefined
  const all = journals.get(service.id)?.of(token) ?? []
  const after = Number(query.get('after') ?? 0)
  const exchanges = all.filter(({ sequence }) => sequence > after)
  const before = calls.find(({ id }) => id === call.sameUrlAs)
  const earlier =
    before === undefined ? [] : [{ call: before, exchanges: all.filter(({ sequence }) => sequence <= after) }]
  const url = service.url + withToken(call.path, token)
  return { exchanges, explanation: await replay(origin, url, { call, exchanges }, earlier) }
}

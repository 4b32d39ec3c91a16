import { randomUUID } from 'node:crypto'
import { callGroups, calls, internalPolicy, publicPolicy } from '@cors/app-service'
import type { CorsConfig } from '@cors/core'
import { advise } from '../explain/advise.js'
import { replay } from '../explain/replay.js'
import { type Journal, withToken } from '../recorder/journal.js'
import type { CallResult } from '../results/call-result.js'
import type { DemoPage, DemoSite, PageDescription } from './description.js'

/** The routes that have a policy of their own. */
const routePolicies: Readonly<Record<string, CorsConfig | false>> = {
  '/public/prices': publicPolicy,
  '/internal/stock': internalPolicy,
}

export const describePage = ({ pages, services, policy }: DemoSite, page: DemoPage): PageDescription => ({
  page: page.id,
  pages,
  services,
  policies: [
    { scope: 'Every route but the two below', policy },
    ...Object.entries(routePolicies).map(([scope, own]) => ({ scope, policy: own })),
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
  { services, policy }: DemoSite,
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
  const explanation = await replay(origin, url, { call, exchanges }, earlier)
  const last = exchanges.at(-1)
  if (explanation.readable || last === undefined) return { exchanges, explanation }
  const own = routePolicies[call.path] ?? policy
  const advice = await advise(own, last, call.credentials === 'include')
  return { exchanges, explanation: { ...explanation, advice } }
}

import type { Call } from '@cors/app-service'
import { withToken } from '../recorder/journal.js'
import type { CallResult } from '../results/call-result.js'
import type { DemoService } from '../server/description.js'
import type { CallRecord } from '../server/side-channel.js'
import { performCall } from './perform-call.js'

/**
 * Make all calls to one service, one after the other: some need what earlier ones did.
 *
 * @param run begins the tokens of the calls; another one for each run
 */
export const runCalls = async (
  service: DemoService,
  calls: readonly Call[],
  run: string,
  show: (result: CallResult) => void,
): Promise<readonly CallResult[]> => {
  const results: CallResult[] = []
  for (const call of calls) {
    const token = `${run}-${call.sameUrlAs ?? call.id}`
    const after = Math.max(
      0,
      ...results.flatMap(({ exchanges }) => exchanges.map(({ sequence }) => sequence)),
    )
    const script = await performCall(call, service.url + withToken(call.path, token))
    const record = await readJournal({ service: service.id, call: call.id, token, after: String(after) })
    const result: CallResult = { service: service.id, call: call.id, script, ...record }
    results.push(result)
    show(result)
  }
  return results
}

/** From the page's own server: no request of this kind crosses an origin. */
const readJournal = async (query: Record<string, string>): Promise<CallRecord> => {
  const response = await fetch(`/journal.json?${new URLSearchParams(query)}`)
  if (!response.ok) throw new Error(`the journal answers ${response.status}`)
  return response.json()
}

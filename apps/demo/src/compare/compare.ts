import { sendRequest } from '@cors/conformance'
import type { CorsConfig } from '@cors/core'
import { casesOf } from './cases.js'
import { type ComparedService, compareServices } from './compare-services.js'
import { describeDifference } from './describe-difference.js'

interface Compared {
  readonly services: readonly ComparedService[]
  /** The origin of the shop's own page. */
  readonly listed: string
  readonly policy: CorsConfig
}

/** Beyond these, one mistake is told again and again. */
const mostShown = 20

/** Whether all services answer all cases alike. Prints every difference, and one line at the end. */
export const compare = async (
  { services, listed, policy }: Compared,
  print: (text: string) => void,
): Promise<boolean> => {
  const cases = casesOf({ listed, policy, entityTag: await entityTagOf(services[0]) })
  const differences = await compareServices(services, cases)
  for (const difference of differences.slice(0, mostShown)) print(`\n${describeDifference(difference)}`)
  if (differences.length > mostShown) print(`\n… and ${differences.length - mostShown} more`)
  const asked = `\n${cases.length} requests to each of ${services.length} apps`
  const found = differences.length === 0 ? 'no difference' : `${differences.length} answered differently`
  print(`${asked}, ${found}: ${services.map(({ title }) => title).join(', ')}.`)
  return differences.length === 0
}

/** It counts the changes, so it depends on what was called before. */
const entityTagOf = async (service: ComparedService | undefined): Promise<string> => {
  if (service === undefined) return ''
  const request = { method: 'GET', path: '/products/1', headers: [] }
  const { headers } = await sendRequest(service.url, request)
  return headers.find(([name]) => name.toLowerCase() === 'etag')?.[1] ?? ''
}

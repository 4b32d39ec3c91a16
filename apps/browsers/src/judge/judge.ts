import type { BrowserName } from '@cors/browsers'
import type { Call } from '../generate/call.js'
import { type Expected, expectedOf, type Situation } from '../meaning/expected.js'
import { type Deviations, deviationsOf, differencesOf } from '../meaning/known-differences.js'
import { differences, type Observed } from './compare.js'

export interface Judged {
  readonly call: Call
  readonly situation: Omit<Situation, 'deviations'>
  readonly observed: Observed
  readonly expected: Expected
  /** Empty: the browser did what the policy means. */
  readonly differences: readonly string[]
  /** The known differences without which it would not be so. */
  readonly shows: readonly (keyof Deviations)[]
}

export const judge = (
  call: Call,
  situation: Omit<Situation, 'deviations'>,
  browser: BrowserName,
  observed: Observed,
): Judged => {
  const deviations = deviationsOf(browser)
  const expected = expectedOf(call, { ...situation, deviations })
  const found = differences(call, expected, observed)
  const shows = differencesOf(browser)
    .map(({ name }) => name)
    .filter((name) => {
      const without = expectedOf(call, { ...situation, deviations: { ...deviations, [name]: false } })
      return found.length === 0 && differences(call, without, observed).length > 0
    })
  return { call, situation, observed, expected, differences: found, shows }
}

/** All that is needed to see what went wrong. */
export const describe = ({ call, situation, observed, differences }: Judged): string =>
  [
    `${situation.origin}: ${JSON.stringify(call)}`,
    `under ${JSON.stringify(situation.policy)}`,
    ...differences.map((difference) => `  ${difference}`),
    ...observed.exchanges.map(
      ({ method, origin, request, response }) =>
        `  ${method} to ${origin} with origin ${request.get('origin')}: ${response?.status} ${[
          ...(response?.headers ?? []),
        ]
          .filter(([name]) => /^(access-control-|vary)/.test(name))
          .map((field) => field.join(': '))
          .join('; ')}`,
    ),
  ].join('\n')

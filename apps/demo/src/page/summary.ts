import type { CallResult } from '../results/call-result.js'
import { differences } from '../results/compare.js'
import type { PageDescription } from '../server/description.js'

/** One sentence on all calls. */
export const summarize = (
  place: HTMLElement,
  { groups, page }: PageDescription,
  results: readonly CallResult[],
): void => {
  const calls = groups.flatMap((group) => group.calls)
  const differing = results.filter((result) => {
    const call = calls.find(({ id }) => id === result.call)
    return (
      call !== undefined &&
      differences(call.expected[page], result, { maySendKeptPreflight: true }).length > 0
    )
  })
  place.className = differing.length > 0 ? 'wrong' : ''
  place.textContent =
    differing.length === 0
      ? `✓ All ${results.length} calls went as the policies mean.`
      : `✗ ${differing.length} of ${results.length} calls did not go as the policies mean: ${differing
          .map(({ call, service }) => `${call} (${service})`)
          .join(', ')}.`
}

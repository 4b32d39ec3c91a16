import { sendRequest } from '@cors/conformance'
import { comparedLines } from './compared-lines.js'
import type { ComparisonCase } from './comparison-case.js'

export interface ComparedService {
  readonly title: string
  /** The service itself, not the recording proxy before it, which might repair something. */
  readonly url: string
  readonly choosesPolicyByFunction: boolean
}

/** What one service, or the policy, says about a case. */
export interface Answer {
  readonly by: string
  readonly lines: readonly string[]
}

export interface Difference {
  readonly title: string
  readonly answers: readonly Answer[]
}

/** Sends every case to every service, and returns the cases that were not answered alike and as expected. */
export const compareServices = async (
  services: readonly ComparedService[],
  cases: readonly ComparisonCase[],
): Promise<readonly Difference[]> => {
  if (services.length < 2) throw new Error('there is nothing to compare')
  const differences: Difference[] = []
  for (const each of cases) {
    const answers = [
      { by: 'What the shop and its policy say', lines: each.expected },
      ...(await Promise.all(services.map((service) => ask(service, each)))),
    ]
    const expected = JSON.stringify(each.expected)
    if (answers.some(({ lines }) => JSON.stringify(lines) !== expected)) {
      differences.push({ title: each.title, answers })
    }
  }
  return differences
}

const ask = async (service: ComparedService, each: ComparisonCase): Promise<Answer> => {
  try {
    const response = await sendRequest(service.url, each.request)
    const lines = comparedLines(each, response, service.choosesPolicyByFunction)
    return { by: service.title, lines }
  } catch (error) {
    return { by: service.title, lines: [`no complete response: ${String(error)}`] }
  }
}

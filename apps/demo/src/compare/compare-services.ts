import { sendRequest } from '@cors/conformance'
import { comparedLines } from './compared-lines.js'
import type { ComparisonCase } from './comparison-case.js'

export interface ComparedService {
  readonly title: string
  /** The service itself, not the recording proxy before it, which might repair something. */
  readonly url: string
  readonly choosesPolicyByFunction: boolean
}

/** What one service, or the shop's definition, says about a case. */
export interface Answer {
  readonly by: string
  readonly lines: readonly string[]
}

export interface Difference {
  readonly title: string
  readonly answers: readonly Answer[]
}

/** Sends every case to every service, and returns the cases that were not answered alike. */
export const compareServices = async (
  services: readonly ComparedService[],
  cases: readonly ComparisonCase[],
): Promise<readonly Difference[]> => {
  if (services.length < 2) throw new Error('there is nothing to compare')
  const differences: Difference[] = []
  for (const each of cases) {
    const answers = await Promise.all(services.map((service) => ask(service, each)))
    if (!areAlike(each, answers)) differences.push({ title: each.title, answers })
  }
  return differences
}

interface Asked extends Answer {
  readonly status: number | undefined
}

const ask = async (service: ComparedService, each: ComparisonCase): Promise<Asked> => {
  try {
    const response = await sendRequest(service.url, each.request)
    const lines = comparedLines(each, response, service.choosesPolicyByFunction)
    return { by: service.title, lines, status: response.status }
  } catch (error) {
    return { by: service.title, lines: [`no complete response: ${String(error)}`], status: undefined }
  }
}

const areAlike = (each: ComparisonCase, answers: readonly Asked[]): boolean => {
  const first = JSON.stringify(answers[0]?.lines)
  return answers.every(
    ({ status, lines }) =>
      status !== undefined && status === (each.status ?? status) && JSON.stringify(lines) === first,
  )
}

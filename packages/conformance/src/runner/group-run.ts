import type { CorsDecision } from '@cors/core'
import type { CorsOptions } from '@cors/core/adapter'
import type { ConformanceCase, Expected, StartUpCase } from '../case.js'
import { judge } from './judge.js'
import type { CaseGroup } from './plan.js'
import type { RawResponse } from './raw-response.js'
import type { CaseResult } from './result.js'
import { sendRequest } from './send-request.js'
import type { RunningServer, Subject } from './subject.js'

interface Verdict {
  readonly differences: readonly string[]
  readonly response?: string
}

/** One group of cases on one server. */
export class GroupRun {
  #server: RunningServer | undefined
  #decisions: CorsDecision[] = []

  constructor(
    private readonly subject: Subject,
    private readonly group: CaseGroup,
  ) {}

  /** Start-up cases start their server themselves; a group of which nothing can run needs none. */
  async start(): Promise<void> {
    const [first] = this.group.cases
    if (first.set === 'start-up') return
    if (this.group.cases.every((each) => this.#inapplicable(each) !== undefined)) return
    this.#server = await this.#startServer()
  }

  async close(): Promise<void> {
    await this.#server?.close()
    this.#server = undefined
  }

  async run(each: ConformanceCase): Promise<CaseResult> {
    const inapplicable = this.#inapplicable(each)
    if (inapplicable !== undefined) return { status: 'inapplicable', case: each, reason: inapplicable }
    const verdict = each.set === 'start-up' ? await this.#judgeStartUp(each) : await this.#judgeResponse(each)
    const skip = this.subject.skip?.find(({ id }) => id === each.id)
    const isPassed = verdict.differences.length === 0
    if (skip === undefined) {
      return isPassed ? { status: 'passed', case: each } : { status: 'failed', case: each, ...verdict }
    }
    if (!isPassed) return { status: 'skipped', case: each, reason: skip.reason }
    const difference = `needless skip: the case passes (reason given: ${skip.reason})`
    return { status: 'failed', case: each, differences: [difference] }
  }

  #inapplicable(each: ConformanceCase): string | undefined {
    return this.subject.inapplicable?.(each)
  }

  #startServer(): Promise<RunningServer> {
    const { onDecision, ...options } = this.group.options
    const { routes, cases } = this.group
    const told: CorsOptions<unknown> =
      onDecision === undefined
        ? options
        : {
            ...options,
            onDecision: (decision) => {
              this.#decisions.push(decision)
              if (onDecision === 'throws') throw new Error('onDecision is made to throw')
            },
          }
    return this.subject.start(told, routes, cases[0])
  }

  async #judgeResponse(each: Exclude<ConformanceCase, StartUpCase>): Promise<Verdict> {
    const server = this.#server
    if (server === undefined) return { differences: ['the application did not start'] }
    this.#decisions = []
    const before = await server.handlerRuns?.()
    let response: RawResponse
    try {
      response = await (this.subject.send ?? sendRequest)(server.url, each.request)
    } catch (error) {
      return { differences: [`no response: ${String(error)}`] }
    }
    const after = await server.handlerRuns?.()
    const handlerRuns = before === undefined || after === undefined ? undefined : after - before
    const differences = [
      ...judge(each.expected, { response, handlerRuns }, this.subject.frameworkVary ?? []),
      ...this.#judgeDecisions(each.expected),
    ]
    return { differences, response: headOf(response) }
  }

  #judgeDecisions({ decisions }: Expected): readonly string[] {
    if (decisions === undefined) return []
    const told = this.#decisions.map(({ kind, allowed, reason }) => ({ kind, allowed, reason }))
    const expected = JSON.stringify(decisions.map(({ kind, allowed, reason }) => ({ kind, allowed, reason })))
    const got = JSON.stringify(told)
    return expected === got ? [] : [`onDecision: expected ${expected}, got ${got}`]
  }

  async #judgeStartUp({ expected: { code } }: StartUpCase): Promise<Verdict> {
    let server: RunningServer
    try {
      server = await this.#startServer()
    } catch (error) {
      const codes = issueCodes(error)
      const got = codes.length === 0 ? String(error) : codes.join(', ')
      return { differences: codes.includes(code) ? [] : [`start-up: expected the issue ${code}, got ${got}`] }
    }
    await server.close()
    return { differences: [`start-up: expected the issue ${code}, but the application started`] }
  }
}

/** Frameworks may wrap what a plugin throws. */
const issueCodes = (error: unknown): readonly string[] => {
  if (typeof error !== 'object' || error === null) return []
  const issues = 'issues' in error && Array.isArray(error.issues) ? error.issues : []
  const own = issues.map((issue: { code?: unknown }) => String(issue?.code))
  return 'cause' in error ? [...own, ...issueCodes(error.cause)] : own
}

const headOf = ({ statusLine, headers }: RawResponse): string =>
  [statusLine, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n')

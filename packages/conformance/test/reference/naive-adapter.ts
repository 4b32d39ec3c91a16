import type { IncomingMessage } from 'node:http'
import { type CorsConfig, type CorsDecision, createCorsPolicy } from '@cors/core'
import type { CorsOptions } from '@cors/core/adapter'
import type { ConformanceRoute } from '../../src/routes/route.js'
import type { Answer, Reading } from './naive-answer.js'
import { NaiveCors } from './naive-cors.js'

type Policy = CorsConfig | false

/** The part that knows routes, and what an adapter's options mean. */
export class NaiveAdapter {
  constructor(
    readonly options: CorsOptions<unknown>,
    readonly routes: readonly ConformanceRoute[],
    readonly cors: NaiveCors = new NaiveCors(),
  ) {
    this.check()
  }

  /** The one thing that is not written a second time: which configurations are wrong. */
  check(): void {
    const { policy } = this.options
    if (typeof policy !== 'function' && policy !== false) createCorsPolicy(policy as CorsConfig)
    for (const { policy: own = false } of this.routes) if (own !== false) createCorsPolicy(own)
  }

  isMatch(route: ConformanceRoute, path: string): boolean {
    return (
      route.path === path ||
      new RegExp(`^${route.path.replace(':id', '[^/]+').replace('*', '.*')}$`).test(path)
    )
  }

  /** HEAD is GET's, and a catch-all is everybody's, where nobody has it alone. */
  routeOf(path: string, method: string): ConformanceRoute | undefined {
    const at = this.routes.filter((route) => this.isMatch(route, path))
    const named = at.filter((route) => route.path !== '/*')
    return (
      named.find((route) => route.method === method) ??
      (method === 'HEAD' ? named.find((route) => route.method === 'GET') : undefined) ??
      (/^[A-Z]+$/.test(method) ? at.find((route) => route.method === '*') : undefined)
    )
  }

  /** The route whose policy judges. */
  judgingRoute(path: string, reading: Reading): ConformanceRoute | undefined {
    return this.routeOf(path, this.cors.isPreflight(reading) ? (reading.requestMethod ?? '') : reading.method)
  }

  /** Browsers keep a preflight's answer by URL. */
  isUncacheable(path: string): boolean {
    const at = this.routes.filter((route) => this.isMatch(route, path) && route.method !== 'OPTIONS')
    const policies = new Set(at.map((route) => route.policy))
    if (at.some((route) => route.policy === undefined)) return policies.size > 1
    // A method that no route has falls to the application's policy; one policy for all methods has none.
    return policies.size > 1
  }

  async answer(request: IncomingMessage, path: string): Promise<Answer> {
    const reading = this.cors.read(request)
    const own = this.judgingRoute(path, reading)?.policy
    const { policy, vary = [], samePolicyForAllMethods = false } = this.options
    if (own !== undefined || typeof policy !== 'function') {
      const chosen = own ?? (policy as Policy)
      if (chosen === false) return { headers: undefined, vary: [] }
      const answer = await this.cors.decide(chosen, reading, request, this.isUncacheable(path))
      return this.tell({ ...answer, vary: [...answer.vary, ...vary] }, request)
    }
    const method = this.methodFor(reading)
    const chosen = await policy(request, { method })
    if (chosen === false) return { headers: undefined, vary: this.functionVary([...vary]) }
    const answer = await this.cors.decide(chosen.config, reading, request, !samePolicyForAllMethods)
    return this.tell({ ...answer, vary: this.functionVary([...answer.vary, ...vary]) }, request)
  }

  methodFor(reading: Reading): string {
    return this.cors.isPreflight(reading) ? (reading.requestMethod ?? '') : reading.method
  }

  functionVary(vary: readonly string[]): readonly string[] {
    return ['Origin', ...vary]
  }

  failure(): Answer {
    return { headers: {}, vary: ['Origin', ...(this.options.vary ?? [])] }
  }

  tell(answer: Answer, request: IncomingMessage): Answer {
    if (answer.decision?.kind === 'non-cors') return answer
    try {
      this.options.onDecision?.(answer.decision as CorsDecision, request)
    } catch {
      // What it throws changes no response.
    }
    return answer
  }
}

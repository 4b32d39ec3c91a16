import type { IncomingMessage } from 'node:http'
import type { ConformanceRoute } from '../../src/routes/route.js'
import { inAdapter, type Mistake } from './mistake.js'
import { NaiveAdapter } from './naive-adapter.js'
import type { Answer, Reading } from './naive-answer.js'

const options: readonly Mistake[] = [
  inAdapter(
    'does not vary what a function chose',
    class extends NaiveAdapter {
      override functionVary(vary: readonly string[]): readonly string[] {
        return vary
      }
    },
    'function/constant',
    'function-off/actual',
  ),
  inAdapter(
    'tells a policy function the method OPTIONS',
    class extends NaiveAdapter {
      override methodFor({ method }: Reading): string {
        return method
      }
    },
    'function/method-preflight',
  ),
  inAdapter(
    'forgets that a failure depends on the origin',
    class extends NaiveAdapter {
      override failure(): Answer {
        return { headers: {}, vary: [] }
      }
    },
    'function-throws/actual',
    'function-rejects/no-origin',
  ),
  inAdapter(
    'tells every decision twice',
    class extends NaiveAdapter {
      override tell(answer: Answer, request: IncomingMessage): Answer {
        return super.tell(super.tell(answer, request), request)
      }
    },
    'on-decision/actual',
    'on-decision/preflight',
  ),
  inAdapter(
    'forgets the declared members of Vary',
    class extends NaiveAdapter {
      override async answer(request: IncomingMessage, path: string): Promise<Answer> {
        const answer = await super.answer(request, path)
        return { ...answer, vary: answer.vary.filter((member) => member !== 'X-Tenant') }
      }
    },
    'vary-option/actual',
    'vary-option/preflight',
    'vary-option/function-off',
  ),
  inAdapter(
    'starts in spite of a mistake',
    class extends NaiveAdapter {
      override check(): void {}
    },
    'start-up/missing',
    'start-up/route-policy',
  ),
]

const routes: readonly Mistake[] = [
  inAdapter(
    "judges a preflight by the OPTIONS route's policy",
    class extends NaiveAdapter {
      override judgingRoute(path: string, { method }: Reading): ConformanceRoute | undefined {
        return this.routeOf(path, method)
      }
    },
    'route/own-preflight',
    'parameter/preflight-put-denied',
  ),
  inAdapter(
    "judges a preflight by the path's first route",
    class extends NaiveAdapter {
      override judgingRoute(path: string): ConformanceRoute | undefined {
        return this.routes.find((route) => this.isMatch(route, path))
      }
    },
    'mixed/preflight-put-denied',
    'mixed/preflight-delete-denied',
  ),
  inAdapter(
    'keeps the age where methods differ',
    class extends NaiveAdapter {
      override isUncacheable(): boolean {
        return false
      }
    },
    'mixed/preflight-get',
    'mixed/preflight-unknown-method',
    'catch-all/preflight-put',
  ),
  inAdapter(
    'knows no HEAD',
    class extends NaiveAdapter {
      override routeOf(path: string, method: string): ConformanceRoute | undefined {
        return method === 'HEAD' ? undefined : super.routeOf(path, method)
      }
    },
    'mixed/preflight-head',
    'mixed/actual-head',
    'response/head',
  ),
  inAdapter(
    'folds the case of methods',
    class extends NaiveAdapter {
      override judgingRoute(path: string, reading: Reading): ConformanceRoute | undefined {
        return super.judgingRoute(path, { ...reading, requestMethod: reading.requestMethod?.toUpperCase() })
      }
    },
    'mixed/preflight-lower-case-method',
  ),
  inAdapter(
    "falls back to the application's policy where a route has none",
    class extends NaiveAdapter {
      override judgingRoute(path: string, reading: Reading): ConformanceRoute | undefined {
        const route = super.judgingRoute(path, reading)
        return route?.policy === false ? undefined : route
      }
    },
    'route/off-actual',
    'route/off-preflight',
    'mixed/preflight-off',
  ),
]

export const mistakesInAdapters: readonly Mistake[] = [...options, ...routes]

import type { CaseSet, ConformanceCase, Skip, Subject } from '@cors/conformance'
import type { CorsDecision } from '@cors/core'
import type { CorsOptions } from '@cors/core/adapter'
import { corsProxy, withCors } from '@cors/next'
import type { App } from './apps.js'
import { type NextServer, startNext } from './next-server.js'

/** Where the adapter stands: the proxy alone, route handlers alone, both side by side, or API routes of pages/. */
export type Mode = 'proxy' | 'handlers' | 'routes' | 'pages'

const frameworkVary = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'accept-encoding',
]

interface Message {
  readonly runs?: number
  readonly decision?: CorsDecision
}

/**
 * One `next start` for all cases. Its process knows the kit, too, and is told case by case whose options count,
 * functions included: so nothing is built or started anew.
 */
export const kitSubject = (
  app: App,
  mode: Mode,
  sets: readonly CaseSet[],
  skip: readonly Skip[],
): Subject & { readonly close: () => Promise<void> } => {
  let server: NextServer | undefined
  let onDecision: CorsOptions<unknown>['onDecision']

  const tell = async (message: { readonly id?: string; readonly mode?: Mode }): Promise<number> => {
    server ??= await startNext(app)
    const { process } = server
    return new Promise((resolve) => {
      const listen = ({ runs, decision }: Message): void => {
        if (decision !== undefined) {
          try {
            onDecision?.(decision, undefined)
          } catch {
            // Thrown over there as well.
          }
        }
        if (runs === undefined) return
        process.off('message', listen)
        resolve(runs)
      }
      process.on('message', listen)
      process.send(message)
    })
  }

  const start: Subject['start'] = async (options, routes, { id }: ConformanceCase) => {
    // What the application's modules would throw while they are loaded.
    corsProxy(options)
    for (const { policy } of routes) if (policy !== undefined) withCors({ policy }, {})
    onDecision = options.onDecision
    await tell({ id, mode })
    return { url: server?.url ?? '', close: () => {}, handlerRuns: () => tell({}) }
  }
  return {
    name: `@cors/next, ${app.name}, ${mode}`,
    sets,
    skip,
    frameworkVary,
    start,
    close: async () => server?.close(),
  }
}

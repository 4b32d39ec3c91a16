import type { CorsConfig } from '@cors/core'
import type { ConformanceCase } from '../case.js'
import type { Skip, Subject } from './subject.js'

/** An application in another process, of which the kit knows the URL and how to replace its policy. */
export interface StandaloneOptions {
  readonly name: string
  readonly url: string
  /**
   * Replace the policy of the running application. A process that imports the kit itself can look the case up
   * by its id, and so also take configurations that hold a function.
   */
  readonly setPolicy: (config: CorsConfig, caseId: string) => Promise<void>
  /** Does `setPolicy` work for configurations that hold a lookup function? Default `false`. */
  readonly takesFunctions?: boolean
  readonly handlerRuns?: () => number | Promise<number>
  readonly frameworkVary?: readonly string[]
  readonly skip?: readonly Skip[]
}

const hasFunction = (config: CorsConfig): boolean =>
  [config]
    .flat()
    .some(({ origins }) => origins !== '*' && origins.some((origin) => typeof origin === 'function'))

/** The cases of one policy for the whole application, for a server that is already running. */
export const standalone = (options: StandaloneOptions): Subject => {
  const { name, url, setPolicy, takesFunctions = false, handlerRuns, frameworkVary = [], skip = [] } = options
  const inapplicable = (each: ConformanceCase): string | undefined =>
    each.set === 'policy' && !takesFunctions && hasFunction(each.config)
      ? 'the configuration holds a function, which cannot be sent to another process'
      : undefined
  return {
    name,
    sets: ['policy'],
    frameworkVary,
    skip,
    inapplicable,
    start: async (_, __, firstCase) => {
      if (firstCase.set !== 'policy') throw new Error(`${firstCase.id} is not about one policy`)
      await setPolicy(firstCase.config, firstCase.id)
      return { url, close: () => {}, ...(handlerRuns && { handlerRuns }) }
    },
  }
}

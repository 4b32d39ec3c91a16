import type { CorsOptions } from '@cors/core/adapter'
import type { CaseRequest, CaseSet, ConformanceCase } from '../case.js'
import type { ConformanceRoute } from '../routes/route.js'
import type { RawResponse } from './raw-response.js'

/** A server that listens. */
export interface RunningServer {
  /** Where it is: `http://127.0.0.1:3000`. */
  readonly url: string
  readonly close: () => unknown
  /** How many handlers have run since the start. Without it, only the mark on responses tells that one ran. */
  readonly handlerRuns?: () => number | Promise<number>
}

/** A case that this subject cannot pass, and why. It is run all the same: a skip that is not needed fails. */
export interface Skip {
  readonly id: string
  readonly reason: string
}

/** What is put to the test: an adapter on its framework, or any server. */
export interface Subject {
  readonly name: string
  /** Which sets of cases it claims. Route policies are for adapters that can see routes. */
  readonly sets: readonly CaseSet[]
  /**
   * Start an application that offers the routes, with these options of the adapter. It must reject where the
   * options are wrong.
   */
  readonly start: (
    options: CorsOptions<unknown>,
    routes: readonly ConformanceRoute[],
    firstCase: ConformanceCase,
  ) => Promise<RunningServer>
  /** Members of `Vary` that the framework adds by itself. */
  readonly frameworkVary?: readonly string[]
  readonly skip?: readonly Skip[]
  /** Carries requests to the server. Default: `sendRequest`, byte for byte over HTTP/1.1. */
  readonly send?: (url: string, request: CaseRequest) => Promise<RawResponse>
  /** Why a case cannot even be tried, if it cannot. */
  readonly inapplicable?: (each: ConformanceCase) => string | undefined
}

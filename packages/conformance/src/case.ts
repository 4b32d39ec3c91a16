import type { CorsConfig, CorsReason, CorsRequestKind } from '@cors/core'
import type { CorsOptions } from '@cors/core/adapter'
import type { HeaderField } from '@cors/core/browser-model'
import type { ConformanceRoute } from './routes/route.js'
import type { SpecReference } from './spec.js'

/** MUST: a browser, a cache or an attacker can tell. SHOULD: only a reader of the bytes can. */
export type Level = 'MUST' | 'SHOULD'

/** One request, field line by field line: repeated names, empty values and odd bytes are sent as they stand. */
export interface CaseRequest {
  readonly method: string
  readonly path: string
  /** Values hold one byte a character. `Host`, `Connection` and `Content-Length` are added. */
  readonly headers: readonly HeaderField[]
  readonly body?: string
}

/** What the policy says, as far as `onDecision` can tell. */
export interface ExpectedDecision {
  readonly kind: CorsRequestKind
  readonly allowed: boolean
  readonly reason: CorsReason
}

export interface Expected {
  /** One status, or those among which the framework may choose. */
  readonly status: number | readonly number[]
  /** Every `access-control-*` response header by its lower-case name: these values, once each, and no other. */
  readonly headers: Readonly<Record<string, string>>
  /** Every member of `Vary`: the policy's and the handler's own. The framework may add its own. */
  readonly vary: readonly string[]
  /** Members of `Vary` that may be there or not, because `*` already says everything. */
  readonly mayVary?: readonly string[]
  /** `threw`: it ran, and left no mark on the response. */
  readonly handler: 'ran' | 'threw' | 'not run'
  /** The whole body. */
  readonly body?: string
  /** The names of all `access-control-*` field lines as sent: their case and order. */
  readonly fieldNames?: readonly string[]
  /** What `onDecision` is told, call by call. Compared where the options of the case ask for it. */
  readonly decisions?: readonly ExpectedDecision[]
}

interface CaseBase {
  /** Stable: skips, reports and other suites name a case by it. */
  readonly id: string
  readonly level: Level
  readonly title: string
  readonly spec: SpecReference
}

interface RequestCase extends CaseBase {
  readonly request: CaseRequest
  readonly expected: Expected
}

/** One policy governs the whole application. */
export interface PolicyCase extends RequestCase {
  readonly set: 'policy'
  readonly config: CorsConfig
  readonly decision: ExpectedDecision
}

/** What an adapter takes beside a configuration. */
export interface OptionsCase extends RequestCase {
  readonly set: 'options'
  readonly options: CaseOptions
}

/** Routes with policies of their own, for adapters that can see routes. */
export interface RoutePolicyCase extends RequestCase {
  readonly set: 'routes'
  readonly options: CaseOptions
  readonly routes: readonly ConformanceRoute[]
}

/** A mistake that must keep the application from starting. */
export interface StartUpCase extends CaseBase {
  readonly set: 'start-up'
  readonly options: CaseOptions
  readonly routes?: readonly ConformanceRoute[]
  /** `code` of one of the error's issues. */
  readonly expected: { readonly code: string }
}

export type ConformanceCase = PolicyCase | OptionsCase | RoutePolicyCase | StartUpCase

export type CaseSet = ConformanceCase['set']

/** An adapter's options; `onDecision` is the runner's, which is told here what it shall do. */
export interface CaseOptions extends Omit<CorsOptions<unknown>, 'onDecision'> {
  readonly onDecision?: 'records' | 'throws'
}

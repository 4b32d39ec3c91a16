import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestShape, Work } from './scenarios/scenario.js'
import type { Step } from './steps.js'

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/**
 * Who takes part. *bare*: no CORS. *limit*: the constant headers of the one known answer, written by hand in the
 * cheapest way that still writes them with the head. *peer*: what the framework's users take today. *ours*.
 */
export type Role = 'bare' | 'limit' | 'peer' | 'ours'

export const ROLES: readonly Role[] = ['bare', 'limit', 'peer', 'ours']

/** An application, ready to be sent requests. */
export interface Contender {
  /** Send requests one after the other, without a network, and wait for all responses. */
  readonly send: (shape: RequestShape, count: number) => Promise<void>
  /** One response, as text: a status line, then headers. */
  readonly read: (shape: RequestShape) => Promise<string>
  /** Serve on a free port of loopback, which is returned. */
  readonly listen: () => Promise<number>
}

export interface Framework {
  readonly name: string
  /** What the peer is called, for tables. */
  readonly peer: string
  readonly ours: string
  /** The same small application for each role. */
  readonly start: (role: Role, work: Work) => Promise<Contender>
  /** Only where there are steps between the limit and ours. */
  readonly startStep?: (step: Step, work: Work) => Promise<Contender>
}

import type { Policy } from '../meaning/policy.js'

export interface RunningSubject {
  /** On 127.0.0.1. */
  readonly port: number
  /** The next request is judged by it. */
  replacePolicy(policy: Policy): Promise<void>
  /** How many handlers have run. */
  runs(): Promise<number>
  close(): Promise<void>
}

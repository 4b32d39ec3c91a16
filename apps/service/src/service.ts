import type { CorsConfig, CorsPolicy } from '@cors/core'

export interface ServiceOptions {
  /** On 127.0.0.1; 0 lets the system choose. */
  readonly port: number
  /** In place of the shop's own policy. Routes with a policy of their own keep it. */
  readonly policy?: CorsConfig | CorsPolicy
  /** Test mode: offer the control routes. Default `false`. */
  readonly control?: boolean
  /** Write warnings and errors to standard output. Default `false`. */
  readonly log?: boolean
}

export interface RunningService {
  /** Without a trailing slash. */
  readonly url: string
  /** Also ends the streams that are open. */
  close(): Promise<void>
}

export type StartService = (options: ServiceOptions) => Promise<RunningService>

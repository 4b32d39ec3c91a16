import type { CorsReason, CorsRule } from '@cors/core'
import type { ExpectedDecision } from '../../src/case.js'

export interface Reading {
  readonly method: string
  readonly origin: string | undefined
  readonly requestMethod: string | undefined
  readonly requestHeaders: string | undefined
}

export interface Answer {
  readonly status?: number
  /** `undefined`: CORS is off. */
  readonly headers: Readonly<Record<string, string>> | undefined
  readonly vary: readonly string[]
  readonly decision?: ExpectedDecision
}

export interface Found {
  readonly rule?: CorsRule
  readonly reason: CorsReason
}

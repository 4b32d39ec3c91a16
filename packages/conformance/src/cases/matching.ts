import type { CorsConfig, CorsReason } from '@cors/core'
import type { PolicyCase } from '../case.js'
import type { SpecReference } from '../spec.js'
import { actualRequest, casesOf, decision, ran } from './build.js'

/** An `Origin` value, what is special about it, and what the policy says. `id` is the last part of the case's. */
export type OriginRow = readonly [
  id: string,
  title: string,
  origin: string | readonly string[],
  reason: CorsReason,
]

/** One GET for each row: allowed, it gets its own origin back; denied, nothing. */
export const matchingCases = (
  config: CorsConfig,
  prefix: string,
  reference: SpecReference,
  rows: readonly OriginRow[],
): readonly PolicyCase[] =>
  casesOf(
    config,
    rows.map(([id, title, origin, reason]) => {
      const lines = typeof origin === 'string' ? [origin] : origin
      const verdict = decision('actual', reason)
      return {
        id: `${prefix}/${id}`,
        title: `${verdict.allowed ? 'allows' : 'denies'} ${title}`,
        spec: reference,
        request: { ...actualRequest(undefined), headers: lines.map((line) => ['Origin', line] as const) },
        decision: verdict,
        expected: ran(verdict.allowed ? { origin: lines.join(', ') } : undefined),
      }
    }),
  )

/** UTF-8 bytes, one a character, as they would stand on the wire. */
export const utf8 = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')

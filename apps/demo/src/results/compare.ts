import type { Expected } from '@cors/app-service'
import type { CallResult } from './call-result.js'
import { observe } from './observed.js'
import { verdictWords } from './words.js'

interface Leniency {
  /** Firefox repeats a preflight two or three times before it keeps the answer. */
  readonly maySendKeptPreflight: boolean
}

/** Every difference between what the policy means and what happened, in words; none is what one wants. */
export const differences = (
  expected: Expected,
  result: CallResult,
  { maySendKeptPreflight }: Leniency,
): readonly string[] => {
  const observed = observe(result)
  const found: string[] = []
  const compare = (what: string, wanted: string, seen: string): void => {
    if (wanted !== seen) found.push(`${what}: expected ${wanted}, and it was ${seen}`)
  }
  compare('verdict', verdictWords[expected.verdict], verdictWords[observed.verdict])
  if (expected.preflight !== 'kept' || !maySendKeptPreflight) {
    compare('preflight', expected.preflight === 'kept' ? 'none' : expected.preflight, observed.preflight)
  }
  if (expected.verdict === 'readable' && result.script.readable) {
    compare('status', String(expected.status), String(observed.status))
    compare('readable headers', names(expected.headers), names(observed.headers))
  }
  if (result.explanation.readable !== result.script.readable) {
    compare('the standard', readability(result.explanation.readable), readability(result.script.readable))
  }
  return found
}

const names = (headers: readonly string[]): string => [...headers].sort().join(', ') || 'none'

const readability = (readable: boolean): string => (readable ? 'readable' : 'not readable')

import type { BrowserOutcome } from '@cors/conformance'
import type { Explanation } from '../results/call-result.js'

export const explanationOf = (outcome: BrowserOutcome): Explanation => ({
  readable: outcome.readable,
  ...(outcome.readable ? {} : { refusal: outcome.refusal.message }),
  ...(outcome.readable || outcome.refusal.header === undefined ? {} : { header: outcome.refusal.header }),
  steps: outcome.steps.map(({ text, passed, spec }) => ({
    text,
    spec,
    ...(passed === undefined ? {} : { passed }),
  })),
})

import type { BrowserName } from '@cors/browsers'
import type { Policy } from '../meaning/policy.js'
import { apisFor, http2Api, places } from '../places.js'
import type { Case } from './call.js'
import { generateCall } from './calls.js'
import { generatePolicy } from './policies.js'
import { Random } from './random.js'
import { callOf, writtenBatches } from './written-batches.js'

export interface GeneratedBatch {
  /** For reports: from which seed it is. */
  readonly source: string
  readonly policy: Policy
  readonly cases: readonly Case[]
}

export interface Amount {
  readonly browser: BrowserName
  readonly seeds: readonly number[]
  readonly policiesOfSeed: number
  readonly callsOfPolicy: number
}

/** The same for the same seeds, whatever the subject. */
export const batchesFor = (
  subject: string,
  { browser, seeds, policiesOfSeed, callsOfPolicy }: Amount,
): readonly GeneratedBatch[] =>
  seeds.flatMap((seed) => {
    const random = new Random(seed)
    return Array.from({ length: policiesOfSeed }, (_, policyIndex): GeneratedBatch => {
      const policy = generatePolicy(random)
      const cases = Array.from({ length: callsOfPolicy }, (_, index): Case => {
        const place = random.pick(places)
        return {
          place,
          call: generateCall(random, `${seed}-${policyIndex}-${index}`, { browser, place, subject }),
        }
      })
      return { source: `seed ${seed}`, policy, cases }
    })
  })

/** Those that must be there whatever the seeds bring. */
export const writtenBatchesFor = (subject: string): readonly GeneratedBatch[] => {
  const [place] = places
  if (place === undefined) throw new Error('There is no page')
  const [api = '', , elsewhere = ''] = apisFor(place, subject)
  return writtenBatches.map(({ policy, calls }, policyIndex) => ({
    source: 'written by hand',
    policy,
    cases: calls({ elsewhere, http2: http2Api(subject) }).map((written, index) => ({
      place,
      call: callOf(written, `written-${policyIndex}-${index}`, api),
    })),
  }))
}

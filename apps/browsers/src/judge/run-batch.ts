import type { Journal } from '../front/journal.js'
import { type Call, type Case, urlOf } from '../generate/call.js'
import type { Policy } from '../meaning/policy.js'
import type { SubjectTraits } from '../meaning/subject-traits.js'
import type { PageCall } from '../page/page-call.js'
import { places } from '../places.js'
import type { RunningSubject } from '../subjects/running-subject.js'
import { type Judged, judge } from './judge.js'
import type { Visit } from './visit.js'

export interface Setting {
  readonly traits: SubjectTraits
  readonly running: RunningSubject
  readonly visit: Visit
  readonly journal: Journal
}

export interface Batch {
  readonly judged: readonly Judged[]
  /** How many handlers were to run, and how many did. */
  readonly runs: { readonly expected: number; readonly observed: number }
}

/** What all cases under one policy came to. The policy is replaced when no request is under way. */
export const runBatch = async (
  { traits, running, visit, journal }: Setting,
  policy: Policy,
  cases: readonly Case[],
): Promise<Batch> => {
  await running.replacePolicy(policy)
  const before = await running.runs()
  const seen = await Promise.all(
    places.map((place) => {
      const calls = cases.filter((each) => each.place === place).map(({ call }) => pageCall(call))
      return visit.perform(place, calls)
    }),
  )
  const byId = new Map(seen.flat().map((each) => [each.id, each]))
  const judged = cases.map(({ place, call }) =>
    judge(call, { policy, origin: place.origin, traits }, visit.browser, {
      seen: byId.get(call.id) ?? { id: call.id, readable: false, error: 'the page did not make the call' },
      exchanges: journal.take(call.id),
    }),
  )
  return {
    judged,
    runs: {
      expected: judged.reduce((sum, { expected }) => sum + expected.runs, 0),
      observed: (await running.runs()) - before,
    },
  }
}

export const pageCall = (call: Call): PageCall => {
  const { id, via, method, headers, credentials, body, hasUploadListener, isStreamed = false } = call
  const base = { id, via, url: urlOf(call), method, headers, credentials, hasUploadListener, isStreamed }
  return body === undefined ? base : { ...base, body }
}

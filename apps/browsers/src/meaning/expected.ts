import type { Call } from '../generate/call.js'
import { isHttp2 } from '../places.js'
import type { Deviations } from './known-differences.js'
import { ruleFor } from './origins.js'
import type { Policy } from './policy.js'
import { unsafeNames } from './request-headers.js'
import { allowsHeaders, allowsMethod, exposes, isTrusted, mayRead } from './rights.js'
import { firstStep, redirected, type Step } from './step.js'
import { isHandled, isParsed, type SubjectTraits } from './subject-traits.js'

export interface ExpectedExchange {
  readonly kind: 'preflight' | 'request'
  /** Of the URL. */
  readonly api: string
  /** Did the handler of the answers write it? */
  readonly isAnswered: boolean
  readonly hasCookie: boolean
}

export interface Expected {
  readonly readable: boolean
  /** `undefined`: nothing to be read, or the framework's choice. */
  readonly status: number | undefined
  /** What the script reads; `undefined`: nothing, or the framework's choice. */
  readonly body: string | undefined
  /** May the script see a response header of this name? */
  readonly sees: (name: string) => boolean
  /** Response headers that the browser adds, as if they had been sent. */
  readonly added: readonly string[]
  readonly exchanges: readonly ExpectedExchange[]
  /** How many handlers run. */
  readonly runs: number
}

export interface Situation {
  readonly policy: Policy
  /** Of the page. */
  readonly origin: string
  readonly traits: SubjectTraits
  readonly deviations: Deviations
}

/** What a policy means for a call. */
export const expectedOf = (call: Call, situation: Situation): Expected =>
  call.via === 'WebSocket' ? expectedSocket(call, situation) : expectedFetch(call, situation)

const expectedSocket = ({ api }: Call, { policy, origin }: Situation): Expected => {
  const readable = isTrusted(ruleFor(policy, origin), origin)
  const exchange = { kind: 'request', api, isAnswered: false, hasCookie: api.startsWith('https:') } as const
  return {
    readable,
    status: undefined,
    body: undefined,
    sees: () => false,
    added: [],
    exchanges: [exchange],
    runs: readable ? 1 : 0,
  }
}

const expectedFetch = (call: Call, { policy, origin, traits, deviations }: Situation): Expected => {
  const exchanges: ExpectedExchange[] = []
  let runs = 0
  const unreadable = (): Expected => ({
    readable: false,
    status: undefined,
    body: undefined,
    sees: () => false,
    added: [],
    exchanges,
    runs,
  })
  // @see https://fetch.spec.whatwg.org/#forbidden-method
  if (/^(connect|trace|track)$/i.test(call.method)) return unreadable()

  const first = firstStep(call, origin)
  const steps = [first]
  if (call.redirect !== undefined) steps.push(redirected(first, call.redirect.status, call.redirect.to))
  let isPreflighted = false
  for (const [index, step] of steps.entries()) {
    const { api, method, fields } = step
    const unsafe = unsafeNames(fields)
    const isForced = call.hasUploadListener || call.isStreamed === true
    const isSimple = /^(GET|HEAD|POST)$/.test(method) && unsafe.length === 0
    if (!isSimple || isForced || (isPreflighted && deviations.preflightsEveryStep)) {
      isPreflighted = true
      exchanges.push({ kind: 'preflight', api, isAnswered: false, hasCookie: false })
      const asked = ruleFor(policy, deviations.preflightsAreNotTainted ? origin : step.origin)
      if (!mayRead(asked, call.credentials)) return unreadable()
      if (!allowsMethod(asked, method) || !allowsHeaders(asked, unsafe, deviations)) return unreadable()
    }
    const rule = ruleFor(policy, step.origin)
    const reads = mayRead(rule, call.credentials)
    const handled = isHandled(call, step, traits)
    const isAnswered = handled && call.target.kind === 'answer'
    const hasCookie = call.credentials === 'include' && api.startsWith('https:')
    exchanges.push({ kind: 'request', api, isAnswered, hasCookie })
    if (handled) runs++
    if (!reads || !isParsed(method)) return unreadable()
    if (index + 1 < steps.length && isAnswered) continue
    const status = statusOf(call, isAnswered)
    if (call.via === 'EventSource' && !(status === 200 && isAnswered)) return unreadable()
    const added = deviations.addsSpdyHeader && isHttp2(api) ? ['x-firefox-spdy'] : []
    const body = isAnswered ? bodyOf(call, step) : undefined
    const sees = (name: string): boolean => exposes(rule, name)
    return { readable: true, status, body, sees, added, exchanges, runs }
  }
  return unreadable()
}

const statusOf = ({ target, method }: Call, isAnswered: boolean): number | undefined => {
  if (target.kind === 'answer') return isAnswered ? target.status : undefined
  if (!/^(get|head)$/i.test(method)) return undefined
  return target.kind === 'missing' ? 404 : 500
}

const bodyOf = ({ target }: Call, { method }: Step): string =>
  method === 'HEAD' || (target.kind === 'answer' && [204, 304].includes(target.status)) ? '' : 'as told'

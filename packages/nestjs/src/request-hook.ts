import type { CorsRequest } from '@cors/core'
import {
  answerPreflight,
  applyAtWriteHead,
  type CorsAnswer,
  isFinal,
  kindOf,
  readNodeRequest,
} from '@cors/core/adapter'
import type { HttpRequest } from './options.js'
import type { Platform } from './platform.js'
import { judgePreflight, type Policy, type RouteFinder } from './route-policies.js'

type Done = (error?: unknown) => void
/** What an adapter runs for each request. The two arguments are the platform's own. */
export type Hook = (request: HttpRequest, response: object, done: Done) => unknown

/** Who judges which request. */
export interface Judges {
  readonly application: Policy
  /** Absent where no controller has a policy of its own. */
  readonly finder: RouteFinder | undefined
}

/**
 * What runs first for each request: read it, ask the nearest policy, apply the answer.
 *
 * @param goOn runs what comes next: another hook, or `done`
 */
export const createRequestHook =
  (platform: Platform, judges: Judges, goOn: Hook): Hook =>
  (request, response, done) => {
    const raw = platform.responseOf(response)
    const asked = readNodeRequest(platform.requestOf(request))

    const respond = (answer: CorsAnswer | undefined, next: Done): unknown => {
      if (answer === undefined || !isFinal(answer)) {
        applyAtWriteHead(raw, answer)
        return goOn(request, response, next)
      }
      // Otherwise something else, such as a timeout, answered while a function or a lookup was asked.
      if (raw.headersSent) return undefined
      platform.takeOver(response)
      answerPreflight(raw, answer)
      return undefined
    }
    const respondLater = async (answer: Promise<CorsAnswer | undefined>, next: Done): Promise<void> => {
      const returned = respond(await answer, next)
      if (!(returned instanceof Promise)) return
      await returned
      if (platform.goesOnWhenFulfilled) next()
    }

    const { policy, ...judged } = choose(request, asked, judges)
    const answer = policy.decide(judged.preflightUncacheable ? { ...asked, ...judged } : asked, request)
    if (!(answer instanceof Promise)) return respond(answer, done)
    // Stays where the policy function fails, and for whatever is written before there is an answer.
    applyAtWriteHead(raw, policy.failure)
    const next = once(done)
    respondLater(answer, next).catch(next)
    return undefined
  }

const choose = (
  request: HttpRequest,
  asked: CorsRequest,
  { application, finder }: Judges,
): ReturnType<typeof judgePreflight> => {
  if (finder !== undefined && kindOf(asked) === 'preflight') {
    return judgePreflight(finder.ofPreflight(request), asked.accessControlRequestMethod ?? '', application)
  }
  return { policy: finder?.ofRequest(request)?.policy ?? application, preflightUncacheable: false }
}

const once = (done: Done): Done => {
  let isDone = false
  return (error) => {
    if (isDone) return
    isDone = true
    done(error)
  }
}

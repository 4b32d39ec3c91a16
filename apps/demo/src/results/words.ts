import type { Call, Verdict } from '@cors/app-service'
import type { CallResult } from './call-result.js'
import { observe, preflightOf } from './observed.js'

export const verdictWords: Readonly<Record<Verdict, string>> = {
  readable: 'may read',
  unreadable: 'may not read',
  unsent: 'not sent',
}

/** What is not plain to see from the method and the path. */
export const requestNotes = (call: Call): readonly string[] => [
  ...(call.via === 'EventSource' ? ['EventSource'] : []),
  ...Object.entries(call.headers).map(([name, value]) => `${name}: ${value}`),
  ...(call.credentials === 'omit' ? ['without cookies'] : []),
]

/** One sentence on what came of a call. */
export const verdictSentence = (result: CallResult): string => {
  const { verdict, headers } = observe(result)
  const { script, explanation } = result
  if (script.readable) {
    const exposed = headers.length === 0 ? 'no header that had to be exposed' : headers.join(', ')
    return `The script may read the response: status ${script.status}, and ${exposed}.`
  }
  const reason = explanation.refusal ?? 'no reason can be seen from outside'
  return verdict === 'unsent'
    ? `The browser stopped before the request: ${reason}. The service never saw it.`
    : `The request was sent and answered, but the script gets a TypeError: ${reason}.`
}

/** Whether the browser asked first, in a few words. */
export const preflightWords = (result: CallResult, wasKept: boolean): string => {
  const preflight = preflightOf(result.exchanges)
  if (preflight !== undefined) return `preflight ${preflight.response.status}`
  return wasKept ? 'preflight kept' : 'no preflight'
}

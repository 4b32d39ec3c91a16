import type {
  BrowserOutcome,
  HeaderField,
  Send,
  WireRequest,
  WireResponse,
} from '../../src/browser-model/index.js'

type Answer = (request: WireRequest) => WireResponse

/** A network whose servers answer as told, and what went over it. */
export const network = (answer: Answer): { readonly send: Send; readonly sent: WireRequest[] } => {
  const sent: WireRequest[] = []
  return {
    sent,
    send: async (request) => {
      sent.push(request)
      return answer(request)
    },
  }
}

export const response = (status: number, headers: Record<string, string> = {}, body = ''): WireResponse => ({
  status,
  headers: Object.entries(headers),
  body,
})

export const fieldValue = (headers: readonly HeaderField[], name: string): string | undefined =>
  headers.find(([other]) => other.toLowerCase() === name)?.[1]

export const reasonOf = (outcome: BrowserOutcome): string =>
  outcome.readable ? 'readable' : outcome.refusal.reason

import type { Call } from '@cors/app-service'
import { BrowserModel, type BrowserOutcome, type Send } from '@cors/conformance'
import type { Explanation } from '../results/call-result.js'
import type { Exchange } from '../results/exchange.js'
import { browserRequest } from './browser-request.js'
import { explanationOf } from './explanation.js'

/** A call, and what a browser sent and got for it. */
export interface Recorded {
  readonly call: Call
  readonly exchanges: readonly Exchange[]
}

/**
 * Why a script may read a response or not. A browser does not tell; so the standard's steps are gone through once
 * more, with the recorded answers in place of a network.
 *
 * @param earlier calls of the same URL, whose preflights the browser may have kept
 */
export const replay = async (
  origin: string,
  url: string,
  recorded: Recorded,
  earlier: readonly Recorded[],
): Promise<Explanation> => {
  let remaining: Exchange[] = []
  const send: Send = async ({ kind }) => {
    const index = remaining.findIndex((exchange) => exchange.kind === kind)
    const exchange = remaining[index]
    if (exchange === undefined) throw new Error(`the browser sent no ${kind}`)
    remaining = remaining.slice(index + 1)
    return exchange.response
  }
  const model = new BrowserModel({ send })
  const run = ({ call, exchanges }: Recorded): Promise<BrowserOutcome> => {
    remaining = [...exchanges]
    return model.fetch(browserRequest(call, origin, url))
  }
  for (const before of earlier) await run(before)
  return explanationOf(await run(recorded))
}

import { writeHeadWith } from './apply-at-write-head.js'
import type { CorsAnswer } from './cors-answer.js'
import type { NodeResponse } from './node-message.js'

type Answered = CorsAnswer & Required<Pick<CorsAnswer, 'status'>>

/** Does the answer end the request here? */
export const isFinal = (answer: CorsAnswer): answer is Answered => answer.status !== undefined

/**
 * End a preflight on Node, with no body: what is left on the response is written at once.
 *
 * A 204 must not have `Content-Length` (RFC 9110 section 8.6); without it the others would be chunked.
 */
export const answerPreflight = (response: NodeResponse, answer: Answered): void => {
  if (answer.status !== 204) response.setHeader('content-length', '0')
  writeHeadWith(response, answer, answer.status)
  response.end()
}

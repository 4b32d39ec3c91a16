import { applyAtWriteHead } from './apply-at-write-head.js'
import type { CorsAnswer } from './cors-answer.js'
import { mergeVary } from './merge-vary.js'
import type { NodeResponse } from './node-message.js'

type Answered = CorsAnswer & Required<Pick<CorsAnswer, 'status'>>

/** Does the answer end the request here? */
export const isFinal = (answer: CorsAnswer): answer is Answered => answer.status !== undefined

/**
 * End a preflight on Node, with no body.
 *
 * Where nothing was set before, one `writeHead` with a flat array costs less than half of the same headers set
 * one by one. Where `writeHead` was replaced, it may not read a flat array (`on-headers` before 1.1 splits the
 * names into letters). A 204 must not have `Content-Length` (RFC 9110 section 8.6); without it the others would
 * be chunked.
 */
export const answerPreflight = (response: NodeResponse, answer: Answered): void => {
  const isReplaced = Object.hasOwn(response, 'writeHead')
  const isPlain = !isReplaced && !('stream' in response) && response.getHeaderNames().length === 0
  if (isPlain) {
    const head: string[] = answer.status === 204 ? [] : ['content-length', '0']
    for (const [name, value] of answer.headers ?? []) head.push(name, value)
    if (answer.vary.length > 0) head.push('vary', mergeVary(undefined, answer.vary))
    ;(response.writeHead as (status: number, head: string[]) => void)(answer.status, head)
  } else {
    applyAtWriteHead(response, answer)
    response.statusCode = answer.status
    if (answer.status !== 204) response.setHeader('content-length', '0')
  }
  response.end()
}

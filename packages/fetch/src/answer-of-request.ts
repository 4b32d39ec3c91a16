import type { CorsAnswer } from '@cors/core/adapter'

/** A registered symbol: the ESM and the CommonJS build of this file may meet on one request. */
const ANSWER = Symbol.for('@cors/fetch/answer')

interface MarkedRequest {
  [ANSWER]?: CorsAnswer | undefined
}

/**
 * Leave the answer on the request, where a wrapped handler within replaces it: the nearest policy counts, also
 * when what lies between makes another response, or throws.
 */
export const setAnswer = (request: object, answer: CorsAnswer | undefined): void => {
  ;(request as MarkedRequest)[ANSWER] = answer
}

export const hasAnswer = (request: object): boolean => ANSWER in request

export const answerOf = (request: object): CorsAnswer | undefined => (request as MarkedRequest)[ANSWER]

import {
  answerPreflight,
  applyAtWriteHead,
  type CheckedInput,
  type CorsInput,
  type CorsLiteral,
  compileOptions,
  isFinal,
  readNodeRequest,
} from '@cors/core/adapter'
import type { NextApiHandler, NextApiRequest } from 'next'
import { createDoublePolicyReport, logError } from './cors.js'

/**
 * CORS for one API route of the Pages Router. Preflights are answered; any other OPTIONS request reaches the
 * handler.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @throws CorsConfigError with every mistake in the options
 */
export const withCorsApi = <const Input, Data = unknown>(
  // Beside another array type the compiler would not take `[...rules, rule]` for the tuple that it is.
  options: ([Input] extends [readonly unknown[]] ? unknown : CorsLiteral<CorsInput<NextApiRequest>>) &
    Input &
    CheckedInput<Input>,
  handler: NextApiHandler<Data>,
): NextApiHandler<Data> => {
  const { decide, failure } = compileOptions<NextApiRequest>(options, logError)
  const reportDoublePolicy = createDoublePolicyReport('withCorsApi')
  return async (request, response) => {
    reportDoublePolicy(request.url?.split('?', 1)[0])
    let answer: Awaited<ReturnType<typeof decide>>
    try {
      answer = await decide(readNodeRequest(request), request)
    } catch (error) {
      applyAtWriteHead(response, failure)
      throw error
    }
    if (answer !== undefined && isFinal(answer)) {
      answerPreflight(response, answer)
      return
    }
    applyAtWriteHead(response, answer)
    return handler(request, response)
  }
}

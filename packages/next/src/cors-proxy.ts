import {
  beginHead,
  type CheckedInput,
  type CorsInput,
  type CorsLiteral,
  compileOptions,
} from '@cors/core/adapter'
import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server.js'
import { ask, logError, rememberProxied, write } from './cors.js'

/** A proxy (or, before Next 16, middleware) function of your own. Without a response the request goes on. */
export type ProxyFunction = (
  request: NextRequest,
  event: NextFetchEvent,
  // biome-ignore lint/suspicious/noConfusingVoidType: as Next declares it
) => Response | null | undefined | void | Promise<Response | null | undefined | void>

/** What {@link corsProxy} returns: export it as `proxy` from proxy.ts, or as `middleware` from middleware.ts. */
export type CorsProxy = (request: NextRequest, event: NextFetchEvent) => Promise<Response>

/**
 * CORS for every path that the `matcher` of proxy.ts (middleware.ts before Next 16) covers. Preflights are
 * answered here. Everything else goes on, to `inner` first if there is one, and gets the policy's headers.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 * @param inner a proxy function of your own; its redirects, rewrites, cookies and headers stay
 * @throws CorsConfigError with every mistake in the options
 */
export const corsProxy = <const Input extends CorsLiteral<CorsInput<NextRequest>>>(
  options: Input & CheckedInput<Input>,
  inner?: ProxyFunction,
): CorsProxy => {
  const compiled = compileOptions<NextRequest>(options, logError)
  return async (request, event) => {
    const answer = await ask(compiled, request)
    if (answer instanceof Response) return answer
    const head = request.method === 'HEAD' ? beginHead() : undefined
    const response = (await inner?.(request, event)) ?? NextResponse.next()
    if (answer?.headers !== undefined) rememberProxied(request, response)
    return write(response, answer, head)
  }
}

import type { CorsRequest } from '@cors/core'
import {
  applyToResponse,
  type CompiledOptions,
  type CorsAnswer,
  isFinal,
  readFetchRequest,
} from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'

/** The options for a proxy or for route handlers. */
export type Compiled = CompiledOptions<NextRequest>

/** Next has no logger that could be asked for. */
export const logError = (error: unknown): void => console.error(error)

/** What the policy says, or the response that ends the request here. */
export const ask = async (
  { decide, failure }: Compiled,
  request: NextRequest,
  corsRequest: CorsRequest = readFetchRequest(request),
): Promise<Awaited<ReturnType<Compiled['decide']>> | Response> => {
  try {
    const answer = await decide(corsRequest, request)
    return answer !== undefined && isFinal(answer)
      ? write(new Response(null, { status: answer.status }), answer)
      : answer
  } catch (error) {
    // Thrown on, Next would make a response of it that says nothing of the origin to caches.
    logError(error)
    return write(new Response('Internal Server Error', { status: 500 }), failure)
  }
}

/**
 * The answer in the headers of a response; a copy passes the body on as the stream that it is.
 *
 * @param head for HEAD only, whose response may serve many requests: what `beginHead` returned before it was made
 */
export const write = (response: Response, answer: CorsAnswer | undefined, head?: number): Response =>
  applyToResponse<Response>(response, answer, (original, body) => new Response(body, original), head)

/** How many paths are remembered. Each is asked about soon after it was remembered, if at all. */
const LIMIT = 256

const PROXIED = Symbol.for('@cors/next/proxied')

/**
 * Proxy and route handlers are different bundles, and in the edge sandbox also different global objects; but
 * Next hands the host's AsyncLocalStorage into the sandbox, so that there a property of it is seen by both.
 *
 * Rejected: a request header that the proxy adds. Clients can send it, too, and to add one means to restate all.
 */
const proxiedPaths = (): Set<string> => {
  const { AsyncLocalStorage } = globalThis as { AsyncLocalStorage?: object }
  const shared: { [PROXIED]?: Set<string> } = AsyncLocalStorage ?? globalThis
  shared[PROXIED] ??= new Set()
  return shared[PROXIED]
}

const normalize = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path)

/**
 * Remember the path of a request that goes on, with headers of `corsProxy`. Where it was rewritten to does not
 * matter: routes see the URL that was asked for.
 */
export const rememberProxied = ({ nextUrl, url }: NextRequest, { headers }: Response): void => {
  const rewritten = headers.get('x-middleware-rewrite')
  const goesOn =
    rewritten === null ? headers.has('x-middleware-next') : new URL(rewritten, url).host === nextUrl.host
  if (!goesOn) return
  const paths = proxiedPaths()
  const path = normalize(nextUrl.pathname)
  paths.delete(path)
  paths.add(path)
  const [oldest = path] = paths
  if (paths.size > LIMIT) paths.delete(oldest)
}

/**
 * Report, once, that a path has a policy in the proxy and a nearer one. Next lets neither be the nearest: the
 * proxy's headers win over a route handler's, and those of an API route of the Pages Router over the proxy's.
 */
export const createDoublePolicyReport = (name: string): ((path: string | undefined) => void) => {
  let isReported = false
  return (path) => {
    if (isReported || path === undefined || !proxiedPaths().has(normalize(path))) return
    isReported = true
    console.error(
      `@cors/next: ${path} has two CORS policies, in corsProxy and in ${name}. Next.js mixes their headers. ` +
        `Keep one: take the path out of the matcher of the proxy, let the proxy's policy function return false ` +
        `for it, or remove ${name} from the route.`,
    )
  }
}

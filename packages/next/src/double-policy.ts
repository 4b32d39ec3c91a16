import type { NextRequest } from 'next/server.js'

/** How many paths are remembered. Each is asked about soon after it was remembered, if at all. */
const LIMIT = 256

const PROXIED = Symbol.for('@cors/next/proxied')

/**
 * Proxy and route handlers are different bundles, and in the edge sandbox also different global objects; but
 * Next hands the host's AsyncLocalStorage into the sandbox, so that there a property of it is seen by both.
 *
 * Rejected: a request header that the proxy adds. Clients can send it, too, and to add one means to restate all.
 */
const shared = (): { [PROXIED]?: Set<string> } => {
  const { AsyncLocalStorage } = globalThis as { AsyncLocalStorage?: object }
  return AsyncLocalStorage ?? globalThis
}

/**
 * Remember the path of a request that goes on, with headers of `corsProxy`. Where it was rewritten to does not
 * matter: routes see the URL that was asked for.
 */
export const rememberProxied = ({ nextUrl, url }: NextRequest, { headers }: Response): void => {
  const rewritten = headers.get('x-middleware-rewrite')
  const goesOn =
    rewritten === null ? headers.has('x-middleware-next') : new URL(rewritten, url).host === nextUrl.host
  if (!goesOn) return
  const holder = shared()
  holder[PROXIED] ??= new Set()
  const paths = holder[PROXIED]
  const path = normalize(nextUrl.pathname)
  paths.delete(path)
  paths.add(path)
  for (const oldest of paths) {
    if (paths.size <= LIMIT) break
    paths.delete(oldest)
  }
}

/**
 * Report, once, that a path has a policy in the proxy and a nearer one. Next lets neither be the nearest: the
 * proxy's headers win over a route handler's, and those of an API route of the Pages Router over the proxy's.
 */
export const createDoublePolicyReport = (name: string): ((path: string | undefined) => void) => {
  let isReported = false
  return (path) => {
    const paths = shared()[PROXIED]
    if (isReported || path === undefined || !paths?.has(normalize(path))) return
    isReported = true
    console.error(
      `@cors/next: ${path} has two CORS policies, in corsProxy and in ${name}. Next.js mixes their headers. ` +
        `Keep one: take the path out of the matcher of the proxy, let the proxy's policy function return false ` +
        `for it, or remove ${name} from the route.`,
    )
  }
}

const normalize = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path)

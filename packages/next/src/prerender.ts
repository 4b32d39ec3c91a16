import type { CompiledOptions } from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'

/** What Next has of a request while it prerenders. */
export const WITHOUT_ORIGIN = {
  method: 'GET',
  origin: undefined,
  accessControlRequestMethod: undefined,
  accessControlRequestHeaders: undefined,
} as const

type Compiled = CompiledOptions<NextRequest>

/** Does the answer depend on the origin? Only where everybody may read is a request without `Origin` allowed. */
export const isKeyed = ({ policy }: Compiled): boolean => {
  if (policy === false || typeof policy === 'function') return policy !== false
  const decision = policy.evaluate(WITHOUT_ORIGIN)
  return !('allowed' in decision && decision.allowed)
}

/**
 * Is the answer known without a look at the request? Next takes a look for a sign that the path is dynamic, and
 * does not prerender it, or leaves it out of a static export.
 */
export const needsNoRequest = (compiled: Compiled): boolean =>
  compiled.onDecision === undefined && !isKeyed(compiled)

/**
 * Whether route.ts exports OPTIONS is Next's only sign that its GET is dynamic; and without that export Next
 * answers preflights itself. This is asked in each handler, before anything of the request is read.
 *
 * @param isExported was OPTIONS taken from what `withCors` returned?
 * @returns a function that throws where Next prerenders a response that depends on the origin: it would get none,
 *   and freeze that
 */
export const createOptionsExportCheck = (
  methods: readonly string[],
  isExported: () => boolean,
): ((compiled: Compiled) => void) => {
  const needsPreflights = methods.some((method) => method !== 'GET' && method !== 'HEAD')
  let isReported = false
  return (compiled) => {
    if (process.env['NEXT_PHASE'] === 'phase-production-build' && isKeyed(compiled)) {
      throw new Error(
        '@cors/next: Next.js is about to prerender this route, without an Origin, so every origin would get what ' +
          'none gets. Export OPTIONS, too, which makes the route dynamic: export const { GET, OPTIONS } = withCors(…).',
      )
    }
    if (isReported || isExported() || !(needsPreflights || isKeyed(compiled))) return
    isReported = true
    console.error(
      `@cors/next: a route.ts does not export the OPTIONS that withCors returns, so Next.js answers its preflights ` +
        `without the policy. Write: export const { ${[...new Set([...methods, 'OPTIONS'])].join(', ')} } = withCors(…).`,
    )
  }
}

import type { CompiledOptions } from '@cors/core/adapter'
import type { NextRequest } from 'next/server.js'

const WITHOUT_ORIGIN = {
  method: 'GET',
  origin: undefined,
  accessControlRequestMethod: undefined,
  accessControlRequestHeaders: undefined,
}

/** Does the answer depend on the origin? Only where everybody may read is a request without `Origin` allowed. */
const isKeyed = ({ policy }: CompiledOptions<NextRequest>): boolean => {
  if (policy === false || typeof policy === 'function') return policy !== false
  const decision = policy.evaluate(WITHOUT_ORIGIN)
  return !('allowed' in decision && decision.allowed)
}

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
): ((compiled: CompiledOptions<NextRequest>) => void) => {
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

import type { FastifyInstance } from 'fastify'

/**
 * Is there a hook that can end a request before ours runs? Those that are added later run later. An `onSend` hook
 * that is there for nothing would be a third of what an allowed request costs.
 *
 * Fastify keeps its hooks to itself, so this looks into its own list, and where that is not as expected says yes.
 */
export const mayBeAnsweredEarlier = (scope: FastifyInstance): boolean => {
  const hooks = hooksOf(scope)
  return !Array.isArray(hooks?.onRequest) || hooks.onRequest.length > 0
}

const hooksOf = (scope: object): { readonly onRequest?: unknown } | undefined => {
  for (let holder: object | null = scope; holder !== null; holder = Object.getPrototypeOf(holder)) {
    const symbol = Object.getOwnPropertySymbols(holder).find(
      ({ description }) => description === 'fastify.hooks',
    )
    if (symbol !== undefined) return Reflect.get(holder, symbol) as { readonly onRequest?: unknown }
  }
  return undefined
}

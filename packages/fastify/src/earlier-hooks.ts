/**
 * Is there a hook that can end a request before ours runs? Those that are added later run later; but scopes that
 * were loaded before have had theirs since then. An `onSend` hook that is there for nothing would be a third of what
 * an allowed request costs.
 *
 * Fastify keeps its hooks to itself, so this looks into its own lists, and where they are not as expected says yes.
 * See docs/decisions/0016-what-a-request-is-spared.md.
 *
 * @param ours hooks that end no request without its headers
 */
export const mayBeAnsweredEarlier = (scope: object, ours: readonly unknown[]): boolean => {
  const hooks = listOf(scope, 'fastify.hooks') as { readonly onRequest?: unknown } | undefined
  const scopesWithin = listOf(scope, 'fastify.children')
  if (!Array.isArray(hooks?.onRequest) || !Array.isArray(scopesWithin)) return true
  return (
    hooks.onRequest.some((hook) => !ours.includes(hook)) ||
    scopesWithin.some((within) => mayBeAnsweredEarlier(within, ours))
  )
}

const listOf = (scope: object, name: string): unknown => {
  for (let holder: object | null = scope; holder !== null; holder = Object.getPrototypeOf(holder)) {
    const symbol = Object.getOwnPropertySymbols(holder).find(({ description }) => description === name)
    if (symbol !== undefined) return Reflect.get(holder, symbol)
  }
  return undefined
}

import { type DeclaredRoute, hostRank, optionsOf, type RouteGroup } from './declared-route.js'
import { type Options, registrationOf } from './registration.js'

/** What a preflight asks. */
export interface Asked {
  /** `Access-Control-Request-Method`, byte for byte. */
  readonly method: string
  readonly host: string | undefined
}

/** All groups at one place of the router's tree. */
export type RouteNode = readonly RouteGroup[]

/** Whose policy judges a preflight. */
export interface Target {
  /** Its scope has the hidden route. `undefined`: no scope claims the path, so that the root decides. */
  readonly group: RouteGroup | undefined
  /** `undefined`: the same. */
  readonly options: Options | undefined
}

interface Candidate {
  readonly route: DeclaredRoute
  readonly group: RouteGroup
}

/**
 * Find the route that a preflight asks about.
 *
 * @param nodes where the router finds routes for this URL, in the order in which it would try them
 */
export const findTarget = (nodes: readonly RouteNode[], { method, host }: Asked): Target =>
  findRoute(nodes, method, host) ??
  (method === 'HEAD' ? findRoute(nodes, 'GET', host) : undefined) ??
  enclosingScope(nodes, host)

const findRoute = (
  nodes: readonly RouteNode[],
  method: string,
  host: string | undefined,
): Target | undefined => {
  for (const [index, node] of nodes.entries()) {
    const candidates = candidatesOf(node, host).filter(({ route }) => route.methods.includes(method))
    const [nearest] = candidates
    if (nearest === undefined) continue
    // A version header, say, is not in a preflight: which of the routes is meant cannot be known.
    if (candidates.some(({ route }) => route.isToldApart)) return enclosingScope(nodes.slice(index), host)
    return { group: nearest.group, options: optionsOf(nearest.route, nearest.group) }
  }
  return undefined
}

/** The routes for this host, those that name it first; but before all those that others cannot hide. */
const candidatesOf = (node: RouteNode, host: string | undefined): readonly Candidate[] =>
  node
    .flatMap((group) => group.routes.map((route) => ({ route, group })))
    .filter(({ route }) => hostRank(route, host) > 0)
    .sort(
      ({ route: a }, { route: b }) =>
        Number(b.isToldApart) - Number(a.isToldApart) || hostRank(b, host) - hostRank(a, host),
    )

/**
 * No route has the method. The path belongs to the scope that has all its other routes, or that has the prefix;
 * what only a catch-all matches belongs to nobody.
 */
const enclosingScope = (nodes: readonly RouteNode[], host: string | undefined): Target => {
  for (const node of nodes) {
    const withPrefix = node.filter(({ isPrefix }) => isPrefix)
    const claiming =
      withPrefix.length > 0
        ? withPrefix
        : candidatesOf(node, host)
            .map(({ group }) => group)
            .filter(({ path }) => !path.endsWith('*'))
    const [group] = claiming
    if (group !== undefined && claiming.every(({ scope }) => scope === group.scope)) {
      return { group, options: registrationOf(group.scope)?.options }
    }
  }
  return { group: undefined, options: undefined }
}

/**
 * May another method of this URL have another policy? Browsers key the CORS-preflight cache by URL, so the answer
 * would speak for that method, too.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache
 */
export const hasOtherPolicy = (
  nodes: readonly RouteNode[],
  host: string | undefined,
  policy: Options['policy'] | undefined,
): boolean => {
  const decided = new Set<string>()
  for (const node of nodes) {
    for (const { route, group } of candidatesOf(node, host)) {
      const methods = route.methods.filter((method) => !decided.has(method))
      if (methods.length > 0 && optionsOf(route, group)?.policy !== policy) return true
      if (!route.isToldApart) for (const method of methods) decided.add(method)
    }
  }
  return false
}

/** Does the application answer OPTIONS for this URL itself, as far as is known? */
export const hasOwnOptionsRoute = (nodes: readonly RouteNode[], host: string | undefined): boolean =>
  nodes.some((node) => candidatesOf(node, host).some(({ route }) => route.methods.includes('OPTIONS')))

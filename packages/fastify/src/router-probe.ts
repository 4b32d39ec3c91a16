import type { FastifyInstance } from 'fastify'

/**
 * The name of the constraint that all hidden routes have: each has its own id for a value. No other route has the
 * constraint, so that nothing changes for requests from which no id is derived.
 */
export const CONSTRAINT = 'corsPreflight'

/**
 * Derived in place of an id, it matches nothing, so that the router goes through all places in its tree that a URL
 * leads to; and it notes the hidden routes there.
 */
class Probe {
  readonly nodes: string[][] = []
}

type Strategy = Parameters<FastifyInstance['addConstraintStrategy']>[0]
type RawRequest = Parameters<Strategy['deriveConstraint']>[0]

/** Reads from a request the id of the hidden route that it is for; `undefined`: a route of the application. */
export type DeriveId = (request: RawRequest) => string | undefined

/**
 * Ask the router itself where a URL leads: so parameters, wildcards, case and trailing slashes mean for a
 * preflight what they mean for the request. Fastify's `findRoute` alone cannot tell routes apart: see
 * docs/decisions/0010-fastify-asks-its-own-router.md.
 *
 * @returns the ids of the hidden routes, place by place, in the order in which the router would try them
 */
export const probeRouter = (root: FastifyInstance, url: string): readonly (readonly string[])[] => {
  const probe = new Probe()
  root.findRoute({ method: 'OPTIONS', url, constraints: { [CONSTRAINT]: probe } })
  return probe.nodes
}

export const addConstraint = (root: FastifyInstance, derive: DeriveId): void => {
  root.addConstraintStrategy({
    name: CONSTRAINT,
    // A request for a hidden route must not end at an OPTIONS route of the application.
    mustMatchWhenDerived: true,
    storage,
    deriveConstraint: derive,
  })
}

/** One for each place in the router's tree. What it stores is a set of bits, though the types say a handler. */
const storage: Strategy['storage'] = () => {
  const stored = new Map<unknown, never>()
  return {
    get(value) {
      if (!(value instanceof Probe)) return stored.get(value) ?? null
      value.nodes.push([...stored.keys()] as string[])
      return null
    },
    set(value, bits) {
      stored.set(value, bits as never)
    },
  }
}

import type { FastifyInstance } from 'fastify'

/** The scope around this one: Fastify makes it the prototype. */
export const parentOf = (scope: FastifyInstance): FastifyInstance | undefined => {
  const parent: object = Object.getPrototypeOf(scope)
  return 'register' in parent ? (parent as FastifyInstance) : undefined
}

export const isRoot = (scope: FastifyInstance): boolean => parentOf(scope) === undefined

export const rootOf = (scope: FastifyInstance): FastifyInstance => {
  const parent = parentOf(scope)
  return parent === undefined ? scope : rootOf(parent)
}

/** Was the scope itself registered with a prefix? Scopes inside of it have the same one without owning it. */
export const ownsPrefix = (scope: FastifyInstance): boolean => {
  const parent = parentOf(scope)
  return parent !== undefined && parent.prefix !== scope.prefix
}

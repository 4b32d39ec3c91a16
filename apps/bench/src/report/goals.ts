type Goals = Readonly<Partial<Record<string, number>>>

/** How many times cheaper than the peer, over bare, by framework. */
export const CHEAPER: readonly (readonly [scenario: string, goals: Goals])[] = [
  ['a', { node: 4, fastify: 3, koa: 3 }],
  ['b', { node: 2, fastify: 1.8, koa: 2, hono: 3 }],
  ['c', { node: 4, fastify: 3, koa: 3, hono: 3 }],
  ['d', { node: 3, fastify: 1.6, koa: 2 }],
  ['e-1000-missing', { node: 25, fastify: 25, koa: 6 }],
  ['e-100000-missing', { node: 1_000, fastify: 1_000, koa: 100 }],
  ['f-1-last', { node: 1.5, fastify: 1.5, koa: 1.5 }],
  ['f-100-last', { node: 12, fastify: 12, koa: 12 }],
  ['f-10000-last', { node: 3_000, fastify: 3_000, koa: 3_000 }],
  ['g-long', { node: 1_000, fastify: 1_000, koa: 1_000 }],
  ['g-labels', { node: 1_000, fastify: 1_000, koa: 1_000 }],
]

/** At most so many times the limit, over bare. */
export const OVER_LIMIT: Goals = { a: 1.3, b: 1.2, c: 1.3, d: 1.15 }

/** How many times less heap than the peer, over bare, in scenario b. */
export const HEAP_IN_B: Goals = { node: 2.5, fastify: 2, koa: 3 }

/** And at most so many bytes more than the limit. */
export const HEAP_OVER_LIMIT = 100

/** At most so many times the same answer with one origin, at any number of origins (e) and patterns (f). */
export const AT_ANY_SIZE: Goals = { e: 1.5, f: 2 }

/** Microseconds that a hostile request may cost more than a usual one. */
export const HOSTILE = 5

/** By what is built: milliseconds, and megabytes over the strings. */
export const CONSTRUCTION: Readonly<Record<string, readonly [milliseconds: number, megabytes: number]>> = {
  '100000 origins': [300, 20],
  '10000 patterns': [50, 5],
}

import fastify from 'fastify'
import fastify50 from 'fastify-5-0'

/** The newest version, and the lowest that is supported. */
export const fastifies: readonly (readonly [name: string, create: typeof fastify])[] = [
  ['Fastify 5.12', fastify],
  ['Fastify 5.0', fastify50 as unknown as typeof fastify],
]

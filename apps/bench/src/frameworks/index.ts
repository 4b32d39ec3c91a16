import type { Framework } from '../contender.js'

/** Loaded one at a time: what one framework does to the built-in classes must not cost another one. */
const LOADERS: Readonly<Record<string, () => Promise<Framework>>> = {
  node: async () => (await import('./node.js')).node,
  express: async () => (await import('./express.js')).expressFramework,
  fastify: async () => (await import('./fastify.js')).fastifyFramework,
  koa: async () => (await import('./koa.js')).koa,
  hono: async () => (await import('./hono.js')).hono,
  'nestjs-express': async () => (await import('./nestjs.js')).nestOnExpress,
  'nestjs-fastify': async () => (await import('./nestjs.js')).nestOnFastify,
}

export const FRAMEWORKS: readonly string[] = Object.keys(LOADERS)

export const loadFramework = async (id: string): Promise<Framework> => {
  const load = LOADERS[id]
  if (load === undefined) throw new Error(`There is no framework "${id}".`)
  return load()
}

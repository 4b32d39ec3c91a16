import type fastify from 'fastify'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { onTestFinished } from 'vitest'

/** The handler of routes whose answer does not matter. */
export const handler = async (): Promise<string> => 'ok'

/** An application that listens until the test ends, and its URL. */
export const start = async (
  create: typeof fastify,
  build: (app: FastifyInstance) => unknown,
  options: FastifyServerOptions = {},
): Promise<string> => {
  const app = create({ forceCloseConnections: true, ...options })
  onTestFinished(() => app.close())
  await build(app)
  return app.listen({ port: 0, host: '127.0.0.1' })
}

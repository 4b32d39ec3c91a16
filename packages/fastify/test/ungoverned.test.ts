import { cors } from '@cors/fastify'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { describe, expect, it } from 'vitest'
import { fastifies } from './support/fastifies.js'
import { recordingLogger } from './support/log.js'
import { outer } from './support/policies.js'

const handler = async (): Promise<string> => 'ok'

/** The file `plugins/cors.ts` of many applications. Its scope is its own, unless `fastify-plugin` opens it. */
const plugin = async (scope: FastifyInstance): Promise<void> => {
  await scope.register(cors, outer)
}

describe.each(fastifies)('%s: a config.cors that nothing governs', (_, create) => {
  const logged = async (declare: (app: FastifyInstance) => unknown): Promise<readonly string[]> => {
    const { lines, options } = recordingLogger()
    const app = create(options)
    await declare(app)
    await app.ready()
    await app.close()
    return lines.map(({ level, msg }) => `${level} ${msg}`)
  }

  it('is reported before the first request, once for GET and its HEAD, whether right or wrong', async () => {
    const lines = await logged((app) => {
      void app.register(plugin)
      app.get('/own', { config: { cors: { origins: '*' } } }, handler)
      void app.register(
        async (scope) => {
          scope.put('/wrong', { config: { cors: { origin: '*' } as never } }, handler)
        },
        { prefix: '/v1' },
      )
    })
    expect(lines.map((line) => line.replace(/ does nothing.*/, ''))).toEqual([
      '50 @cors/fastify: the config.cors of GET /own',
      '50 @cors/fastify: the config.cors of PUT /v1/wrong',
    ])
    expect(lines[0]).toContain('fastify-plugin')
  })

  it('is none where it is false, where a scope around it is governed, or where nobody asks for CORS', async () => {
    const declare = (app: FastifyInstance): void => {
      app.get('/off', { config: { cors: false } }, handler)
      app.get('/plain', handler)
    }
    const own = (app: FastifyInstance): void => {
      app.get('/own', { config: { cors: { origins: '*' } } }, handler)
    }
    expect(await logged((app) => app.register(plugin).after(() => declare(app)))).toEqual([])
    expect(await logged((app) => own(app.register(fastifyPlugin(async (scope) => plugin(scope)))))).toEqual(
      [],
    )
    expect(
      await logged((app) =>
        app.register(async (scope) => {
          await plugin(scope)
          await scope.register(async (inner) => own(inner))
        }),
      ),
    ).toEqual([])
    // Without this plugin it may be what another one reads.
    expect(await logged(own)).toEqual([])
  })
})

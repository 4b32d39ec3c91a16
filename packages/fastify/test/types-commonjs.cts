// Checked by the compiler, never run: what `require` returns can be registered, and has everything else.
import cors = require('@cors/fastify')
import fastify = require('fastify')

const policy: cors.CorsPolicy = cors.createCorsPolicy({ origins: '*' })

const accepted = async (): Promise<void> => {
  const app = fastify()
  await app.register(cors, policy)
  await app.register(cors.default, { origins: '*' })
  await app.register(cors.cors, { policy: false })
  app.get('/', { config: { cors: false } }, async () => 'ok')
  if (policy instanceof cors.CorsConfigError) throw policy
}

export = accepted

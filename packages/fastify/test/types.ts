// Checked by the compiler, never run.
import type { CorsPolicy, RouteCors } from '@cors/fastify'
import cors, { createCorsPolicy, createReloadablePolicy, cors as named } from '@cors/fastify'
import fastify, { type FastifyRequest } from 'fastify'

const policy = createCorsPolicy({ origins: ['https://app.example'], credentials: true })
const lookup = createCorsPolicy({ origins: [async (origin) => origin.endsWith('.example')] })

export const accepted = async (): Promise<void> => {
  const app = fastify()
  await app.register(cors, { origins: ['https://app.example'] })
  await app.register(named, { origins: '*', maxAge: 600, prefix: '/v1', logLevel: 'warn' })
  await app.register(cors, policy)
  await app.register(cors, lookup)
  await app.register(cors, createReloadablePolicy({ origins: '*' }))
  await app.register(cors, { policy: false })
  await app.register(cors, { policy: [{ origins: ['https://a.example'] }, { origins: '*' }] })
  await app.register(cors, {
    policy: (request: FastifyRequest, { method }) => (request.ip !== '' && method === 'GET' ? policy : false),
    onDecision: (decision, request) => request.log.info(decision.reason),
    vary: ['X-Tenant'],
    samePolicyForAllMethods: true,
  })
  await app.register(cors, { policy: async () => lookup, prefix: '/v1' })
  const origins: string[] = []
  await app.register(cors, { origins })
  await fastify({ http2: true }).register(cors, { origins: '*' })
  await app.register(import('@cors/fastify'), { origins: '*' })

  const handler = async (): Promise<string> => 'ok'
  app.get('/own', { config: { cors: { origins: '*' } } }, handler)
  app.get('/rules', { config: { cors: [{ origins: '*' }] } }, handler)
  app.get('/policy', { config: { cors: policy } }, handler)
  app.get('/off', { config: { cors: false } }, handler)
  app.get('/options', { config: { cors: { policy, vary: ['X-Tenant'] } } }, async (request) => {
    const own: RouteCors | undefined = request.routeOptions.config.cors
    return own === undefined
  })
}

export const refused = async (): Promise<void> => {
  const app = fastify()
  // @ts-expect-error the option is called origins
  await app.register(cors, { origin: '*' })
  // @ts-expect-error a text is no list
  await app.register(cors, { origins: 'https://app.example' })
  // @ts-expect-error a policy function returns a policy
  await app.register(cors, { policy: () => true })
  // @ts-expect-error there is no true
  app.get('/', { config: { cors: true } }, async () => 'ok')
}

export type Public = CorsPolicy

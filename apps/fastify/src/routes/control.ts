import { controlPolicyPath, controlRunsPath, mayControl, replacePolicy, type Shop } from '@cors/app-service'
import type { ReloadableCorsPolicy } from '@cors/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Test mode: other suites replace the policy here. CORS is off, so no page gets past a preflight. */
export const controlRoutes = (app: FastifyInstance, shop: Shop, policy: ReloadableCorsPolicy): void => {
  const options = { config: { cors: false }, onRequest: guard } as const

  app.put(controlPolicyPath, options, async (request, reply) => {
    const { status, body } = replacePolicy(policy, request.body)
    return reply.code(status).send(body)
  })

  app.get(controlRunsPath, options, async () => ({ runs: shop.handlerRuns }))
}

const guard = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
  mayControl({ remoteAddress: request.socket.remoteAddress, headers: request.headers })
    ? undefined
    : reply.code(403).send()

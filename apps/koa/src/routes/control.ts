import { controlPolicyPath, controlRunsPath, mayControl, replacePolicy, type Shop } from '@cors/app-service'
import type { ReloadableCorsPolicy } from '@cors/koa'
import type Router from '@koa/router'
import type { Middleware } from 'koa'
import { readJson } from '../read-json.js'

/** Test mode: other suites replace the policy here. */
export const controlRoutes = (router: Router, shop: Shop, policy: ReloadableCorsPolicy): void => {
  router.put(controlPolicyPath, guard, async (context) => {
    const { status, body } = replacePolicy(policy, await readJson(context))
    context.status = status
    if (body !== undefined) context.body = body
  })

  router.get(controlRunsPath, guard, (context) => {
    context.body = { runs: shop.handlerRuns }
  })
}

const guard: Middleware = async (context, next) => {
  const { headers, socket } = context.req
  if (mayControl({ remoteAddress: socket.remoteAddress, headers })) return next()
  context.status = 403
  context.body = ''
}

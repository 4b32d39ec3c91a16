import { type Shop, servedBy } from '@cors/app-service'
import { type CorsPolicy, type CorsState, cors, type ReloadableCorsPolicy } from '@cors/koa'
import Router from '@koa/router'
import Koa from 'koa'
import { describeErrors } from './describe-errors.js'
import { policyByPath } from './policy-by-path.js'
import { answerRoute } from './routes/answer.js'
import { controlRoutes } from './routes/control.js'
import { otherPolicyRoutes } from './routes/other-policies.js'
import { productRoutes } from './routes/products.js'
import { sessionRoutes } from './routes/session.js'
import { streamRoutes } from './routes/streams.js'

type AppOptions = { readonly shop: Shop; readonly log: boolean } & (
  | { readonly policy: CorsPolicy }
  /** Test mode: the policy can be replaced through the control routes. */
  | { readonly reloadable: ReloadableCorsPolicy }
)

/** The shop on Koa. */
export const createApp = (options: AppOptions): Koa<CorsState> => {
  const { shop } = options
  const app = new Koa<CorsState>()
  app.silent = !options.log
  const testMode = 'reloadable' in options
  const policy = testMode ? options.reloadable : options.policy
  // All methods of a path have the same policy, so browsers may keep what a preflight says.
  app.use(cors({ policy: policyByPath(policy, testMode), samePolicyForAllMethods: true }))

  app.use((context, next) => {
    context.set({ [servedBy]: 'koa', 'cache-control': 'private, no-cache' })
    return next()
  })
  app.use(describeErrors)

  // As strict as `policyByPath`.
  const router = new Router({ sensitive: true, strict: true })
  productRoutes(router, shop)
  sessionRoutes(router, shop)
  streamRoutes(router, shop)
  otherPolicyRoutes(router, shop)
  if (testMode) {
    answerRoute(router, shop)
    controlRoutes(router, shop, options.reloadable)
  }
  app.use(router.routes())
  return app
}

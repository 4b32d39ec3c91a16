import { controlPolicyPath, controlRunsPath, internalPolicy, publicPolicy } from '@cors/app-service'
import { type CorsPolicy, createCorsPolicy, type PolicyFunction } from '@cors/koa'
import type { Context } from 'koa'

const compiledPublicPolicy = createCorsPolicy(publicPolicy)

/**
 * Middleware cannot see which route a preflight asks about, so one function knows the paths with rights of their
 * own. It compares whole paths, and the router is as strict: no other spelling leads to these routes.
 */
export const policyByPath =
  (shopPolicy: CorsPolicy, testMode: boolean): PolicyFunction<Context> =>
  ({ path }) => {
    if (path === '/public/prices') return compiledPublicPolicy
    if (path === '/internal/stock') return internalPolicy
    // CORS is off, so no page gets past a preflight.
    if (testMode && (path === controlPolicyPath || path === controlRunsPath)) return false
    return shopPolicy
  }

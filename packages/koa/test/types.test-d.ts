// Compiled, never run: what the editor accepts and refuses.

import Router from '@koa/router'
import Koa from 'koa'
import { type CorsDecision, type CorsPolicy, type CorsState, cors } from '../src/index.js'

declare const texts: string[]
declare const policy: CorsPolicy

interface User {
  readonly name: string
}

new Koa().use(cors({ origins: ['https://app.example'], credentials: true })).use(cors(policy))

// The decision is typed where the application says so, beside what it has itself.
new Koa<CorsState & { user: User }>().use(cors({ origins: '*' })).use((context) => {
  const decision: CorsDecision | undefined = context.state.cors
  context.body = `${context.state.user.name} ${decision?.reason}`
  // @ts-expect-error it may be off
  context.state.cors.reason.length
})
// After the middleware it is known without being said.
new Koa<{ user: User }>().use(cors({ origins: '*' })).use((context) => {
  context.body = [context.state.user.name, context.state.cors?.allowed]
})
new Router().use(cors({ policy: false })).get('/x', cors({ origins: '*' }), (context) => {
  context.body = 'x'
})

cors({ origins: texts, credentials: true })
cors([{ origins: ['https://app.example'], credentials: true }, { origins: '*' }])
cors({
  policy: async (context, { method }) => (context.path === '/' || method === 'PUT' ? policy : false),
  onDecision: (decision, context) => void [decision.reason, context.get('origin')],
  vary: ['X-Tenant'],
  samePolicyForAllMethods: true,
})

// @ts-expect-error any site could act as the user
cors({ origins: '*', credentials: true })
// @ts-expect-error a trailing slash
cors({ policy: { origins: ['https://app.example/'] } })
// @ts-expect-error another library's option
cors({ origin: 'https://app.example' })
// @ts-expect-error a policy function returns a policy
cors({ policy: () => true })
// @ts-expect-error no options
cors()

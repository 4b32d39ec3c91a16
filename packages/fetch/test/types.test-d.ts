// Compiled, never run: what the editor accepts and refuses.

import { Hono } from 'hono'
import { type CorsPolicy, cors, type WithCors } from '../src/index.js'

declare const texts: string[]
declare const policy: CorsPolicy
declare const request: Request

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
declare const holds: <_Claim extends true>() => void

const withCors: WithCors = cors({ origins: ['https://app.example'], credentials: true })

// The handler's arguments stay what they are.
interface Env {
  readonly token: string
}
interface Context {
  waitUntil(task: Promise<void>): void
}
const worker = withCors(async (incoming: Request, env: Env, context: Context): Promise<Response> => {
  context.waitUntil(Promise.resolve())
  return new Response(incoming.url + env.token)
})
holds<Equal<Parameters<typeof worker>, [request: Request, env: Env, context: Context]>>()
holds<Equal<ReturnType<typeof worker>, Promise<Response>>>()
// @ts-expect-error the claims of this file can fail
holds<Equal<ReturnType<typeof worker>, Promise<string>>>()
// @ts-expect-error an argument is missing
worker(request, { token: '' })

const upgrading = withCors((_: Request, server: { upgrade(): boolean }): Response | undefined =>
  server.upgrade() ? undefined : new Response('x'),
)
holds<Equal<ReturnType<typeof upgrading>, Promise<Response | undefined>>>()

const served: { fetch(request: Request): Response | Promise<Response> } = {
  fetch: withCors(new Hono().fetch),
}
const later: Promise<Response> = withCors.applyTo(request, new Response('x'))

cors({ origins: texts, credentials: true })
cors([{ origins: ['https://app.example'], credentials: true }, { origins: '*' }])
cors(policy)
cors({ policy: false })
cors({
  policy: async (incoming, { method }) => (incoming.url === '/' || method === 'PUT' ? policy : false),
  onDecision: (decision, incoming) => void [decision.reason, incoming.headers.get('origin')],
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
// @ts-expect-error a handler returns a response
withCors(() => 'text')

export { later, served }

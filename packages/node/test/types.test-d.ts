// Compiled, never run: what the editor accepts and refuses.

import { createServer } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import express from 'express'
import { type CorsMiddleware, type CorsPolicy, cors, createCorsPolicy } from '../src/index.js'

declare const texts: string[]
declare const policy: CorsPolicy

const withCors: CorsMiddleware = cors({ origins: ['https://app.example'], credentials: true })
createServer((request, response) => withCors(request, response, () => response.end()))
createHttp2Server((request, response) => withCors(request, response, () => response.end()))

express()
  .use(withCors)
  .use('/api', cors(policy))
  .use(express.Router().use(cors({ policy: false })))
  .get('/x', cors({ origins: '*' }), (_request, response) => void response.send('x'))
  .use(cors({ policy: (request: express.Request) => (request.path === '/' ? policy : false) }))

cors({ origins: texts, credentials: true })
cors([{ origins: ['https://app.example'], credentials: true }, { origins: '*' }])
cors({
  policy: async (request, { method }) => (request.url === '/' || method === 'PUT' ? policy : false),
  onDecision: (decision, request) => void [decision.reason, request.headers.origin],
  vary: ['X-Tenant'],
  samePolicyForAllMethods: true,
})
cors({ policy: { origins: [(origin, context) => origin === '' && context === undefined] } })

// @ts-expect-error any site could act as the user
cors({ origins: '*', credentials: true })
// @ts-expect-error a trailing slash
cors({ origins: ['https://app.example/'] })
// @ts-expect-error upper case
cors({ policy: { origins: ['https://APP.example'] } })
// @ts-expect-error the default port
cors([{ origins: ['https://app.example:443'] }])
// @ts-expect-error another library's option
cors({ origin: 'https://app.example' })
// @ts-expect-error an option of the policy beside it
cors({ policy: { origins: '*' }, maxAge: 600 })
// @ts-expect-error a policy function returns a policy
cors({ policy: () => true })
// @ts-expect-error it is compiled beforehand
cors({ policy: () => ({ origins: '*' }) })
// @ts-expect-error no options
cors()
// @ts-expect-error everything is read-only
createCorsPolicy({ origins: '*' }).config = policy.config

import { setImmediate } from 'node:timers/promises'
import express from 'express'
import express4 from 'express-4'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { AbandonedRequest } from '../../../tooling/abandoned-request.js'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { serve } from '../../../tooling/serve.js'
import { cors, createCorsPolicy } from '../src/index.js'

const app = 'https://app.example'
const policy = createCorsPolicy({ origins: [app], methods: ['PUT'] })
const slowly = async () => {
  for (let turn = 0; turn < 5; turn++) await setImmediate()
  return policy
}

describe.each([
  ['Express 5', express],
  ['Express 4', express4],
])('%s: while the policy is waited for', (_, create) => {
  const start = async (build: (application: express.Express) => void): Promise<string> => {
    const application = create()
    build(application)
    const { url, close } = await serve(application)
    onTestFinished(close)
    return url
  }

  test('nothing of the request body is lost', async () => {
    const url = await start((application) => {
      application.use(cors({ policy: slowly }))
      application.post('/json', create.json({ limit: '1mb' }), (request, response) => {
        response.json((request.body as { text: string }).text.length)
      })
      application.post('/echo', (request, response) => void request.pipe(response))
    })
    const text = 'x'.repeat(300_000)
    const headers = { origin: app, 'content-type': 'application/json' }
    const parsed = await fetch(`${url}/json`, { method: 'POST', headers, body: JSON.stringify({ text }) })
    expect(await parsed.json()).toBe(text.length)
    const echoed = await fetch(`${url}/echo`, { method: 'POST', headers, body: text })
    expect(await echoed.text()).toBe(text)
    expect(echoed.headers.get('access-control-allow-origin')).toBe(app)
  })

  test.each(['GET', 'OPTIONS'])('the client of a %s request may go away', async (method) => {
    const abandoned = new AbandonedRequest()
    const decided = vi.fn()
    const url = await start((application) => {
      application.use((request, _response, next) => {
        abandoned.noteSocket(request.socket)
        next()
      })
      application.use(cors({ policy: { origins: [abandoned.lookup] }, onDecision: decided }))
      application.get('/', (_request, response) => void response.send('page'))
    })
    await abandoned.send(url, method, app)
    await vi.waitFor(() => expect(decided).toHaveBeenCalledOnce())
    // The next client is served as if nothing had been.
    const response = await ask(url, { origin: app })
    expect(response).toMatchObject({ status: 200, body: 'page' })
    expect(corsLines(response)).toEqual([`access-control-allow-origin: ${app}`, 'vary: Origin'])
  })
})

test('what a middleware before has set stays, but for CORS headers, also on the answer to a preflight', async () => {
  const application = express()
  application.use((_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Max-Age': '9', 'X-Before': '1' })
    response.vary('Accept-Language')
    next()
  })
  application.use(cors(policy))
  const { url, close } = await serve(application)
  onTestFinished(close)
  const preflight = await ask(url, { origin: app, preflight: 'PUT' })
  expect(preflight).toMatchObject({ status: 204, body: '' })
  expect(preflight.headers).toContainEqual(['X-Before', '1'])
  expect(corsLines(preflight)).toEqual([
    'access-control-allow-methods: GET, HEAD, POST, PUT',
    `access-control-allow-origin: ${app}`,
    'vary: Accept-Language, Origin, Access-Control-Request-Method',
  ])
  expect(corsLines(await ask(url, { origin: 'https://stranger.example', preflight: 'PUT' }))).toEqual([
    'vary: Accept-Language, Origin, Access-Control-Request-Method',
  ])
  expect(corsLines(await ask(url))).toEqual(['vary: Accept-Language, Origin'])
})

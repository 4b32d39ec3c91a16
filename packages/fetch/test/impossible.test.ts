import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendRequest } from '@cors/conformance'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, onTestFinished, test } from 'vitest'
import { cors } from '../src/index.js'
import { ask, corsFields } from './support/cors-fields.js'

const app = 'https://app.example'

test('what a handler writes past its response, to that of Node', async () => {
  const hono = new Hono<{ Bindings: { outgoing: ServerResponse } }>()
  hono.get('/', ({ env: { outgoing } }) => {
    // Later, so that the server would answer by itself if it did not know.
    setTimeout(() => outgoing.writeHead(201).end('past'), 20)
    return RESPONSE_ALREADY_SENT
  })
  const server = createServer(getRequestListener(cors({ origins: [app] })(hono.fetch)))
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const response = await sendRequest(`http://127.0.0.1:${port}`, {
    method: 'GET',
    path: '/',
    headers: [['Origin', app]],
  })
  // It arrives as it was written.
  expect(response.status).toBe(201)
  expect(response.headers.filter(([name]) => /^(access-control-|vary$|x-)/i.test(name))).toEqual([])
  // The constant of that package has nothing of ours.
  expect([...RESPONSE_ALREADY_SENT.headers.keys()]).toEqual(['x-hono-already-sent'])
})

test('a policy within, where both request and response are made anew between', async () => {
  const hono = new Hono()
  hono.use(compress({ threshold: 0 }))
  const within = cors({ origins: ['https://else.example'] })(() => new Response('x'.repeat(99)))
  hono.mount('/copy', within)
  hono.mount('/same', within, { replaceRequest: false })
  const handler = cors({ origins: [app] })(hono.fetch)
  const asked = async (path: string): Promise<Record<string, string>> => {
    const request = ask(app, path)
    request.headers.set('accept-encoding', 'gzip')
    return corsFields(await handler(request))
  }
  expect(await asked('/copy')).toEqual({
    'access-control-allow-origin': app,
    vary: 'Origin, Accept-Encoding',
  })
  expect(await asked('/same')).toEqual({ vary: 'Origin, Accept-Encoding' })
})

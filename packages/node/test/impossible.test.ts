import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { ServerHttp2Stream } from 'node:http2'
import { sendRequest } from '@cors/conformance'
import { expect, onTestFinished, test } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { http2, serve } from '../../../tooling/serve.js'
import { cors } from '../src/index.js'

const withCors = cors({ origins: ['https://app.example'] })
const origin = ['Origin', 'https://app.example'] as const

test('what Node answers before it calls a handler', async () => {
  const { url, close } = await serve((request, response) => {
    withCors(request, response, () => response.end())
  })
  onTestFinished(close)
  const unknownExpectation = await sendRequest(url, {
    method: 'GET',
    path: '/',
    headers: [origin, ['Expect', 'something']],
  })
  expect(unknownExpectation.status).toBe(417)
  expect(corsLines(unknownExpectation)).toEqual([])
  const malformed = await sendRequest(url, { method: 'NO-SUCH', path: '/', headers: [origin] })
  expect(malformed.status).toBe(400)
  expect(corsLines(malformed)).toEqual([])
})

test('what a handler writes to the HTTP/2 stream below the response', async () => {
  const { url, close } = await serve((request, response) => {
    withCors(request, response, () => {
      const { stream } = response as ServerResponse & { stream: ServerHttp2Stream }
      stream.respond({ ':status': 200 })
      stream.end()
    })
  }, http2)
  onTestFinished(close)
  expect(corsLines(await ask(url, { origin: 'https://app.example' }, 'HTTP/2'))).toEqual([])
})

test('what is written at the head, by a listener of on-headers that was registered before', async () => {
  const { url, close } = await serve((request, response) => {
    onHeaders(response, () => response.setHeader('access-control-allow-origin', '*'))
    withCors(request, response, () => response.end())
  })
  onTestFinished(close)
  const lines = ['access-control-allow-origin: *', 'vary: Origin']
  expect(corsLines(await ask(url, { origin: 'https://stranger.example' }))).toEqual(lines)
})

/** As the package of that name does it, without its reading of the headers of the call. */
const onHeaders = (response: ServerResponse, listener: () => void): void => {
  const next = response.writeHead as (status: number, headers?: OutgoingHttpHeaders) => ServerResponse
  response.writeHead = ((status: number, headers?: OutgoingHttpHeaders) => {
    listener()
    return next.call(response, status, headers)
  }) as ServerResponse['writeHead']
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import express from 'express'
import express4 from 'express-4'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask, corsLines, type Protocol } from '../../../tooling/ask-adapter.js'
import { http2, serve } from '../../../tooling/serve.js'
import { cors } from '../src/index.js'

const app = 'https://app.example'
const withCors = cors({ origins: [app], exposedHeaders: ['ETag'] })
const allowed = [
  `access-control-allow-origin: ${app}`,
  'access-control-expose-headers: etag',
  'vary: Accept, X-B, Origin',
]

type Handle = (request: IncomingMessage, response: ServerResponse) => void

const below =
  (create: typeof express) =>
  (handle: Handle): RequestListener => {
    const application = create()
    application.use(withCors)
    application.use(handle)
    return application
  }

const plain =
  (handle: Handle): RequestListener =>
  (request, response) =>
    withCors(request, response, () => handle(request, response))

const servers: readonly (readonly [string, (handle: Handle) => RequestListener, Protocol])[] = [
  ['node:http', plain, 'HTTP/1.1'],
  ['node:http2', plain, 'HTTP/2'],
  ['Express 5', below(express), 'HTTP/1.1'],
  ['Express 4', below(express4), 'HTTP/1.1'],
]

/** CORS headers of a handler's own, and a `Vary` of two lines, in every form that `writeHead` takes. */
const byHand = [
  ['Access-Control-Allow-Origin', '*'],
  ['access-control-allow-credentials', 'true'],
  ['X-Own', '1'],
] as const
const heads: Readonly<Record<string, (response: ServerResponse) => ServerResponse>> = {
  'an object': (response) =>
    response.writeHead(201, { ...Object.fromEntries(byHand), Vary: ['Accept', 'X-B'] } as never),
  'an object and a reason': (response) =>
    response.writeHead(201, 'Made', { ...Object.fromEntries(byHand), VARY: 'Accept, X-B' }),
  'a flat array': (response) =>
    response.writeHead(201, [...byHand.flat(), 'Vary', 'Accept', 'vary', 'X-B'] as never),
  'an array of pairs': (response) =>
    response.writeHead(201, [...byHand, ['Vary', 'Accept'], ['Vary', 'X-B']] as never),
  'nothing, after setHeader': (response) => {
    for (const [name, value] of byHand) response.setHeader(name, value)
    response.setHeader('Vary', ['Accept', 'X-B'])
    return response.writeHead(201)
  },
  'nothing, after appendHeader': (response) => {
    for (const [name, value] of byHand) response.appendHeader(name, value)
    response.appendHeader('vary', 'Accept')
    response.appendHeader('Vary', 'X-B')
    return response.writeHead(201)
  },
  'nothing, and flushed': (response) => {
    response.statusCode = 201
    for (const [name, value] of byHand) response.setHeader(name, value)
    response.setHeader('Vary', 'Accept, X-B')
    response.flushHeaders()
    return response
  },
}

describe.each(servers)('%s: writeHead with', (_, listen, protocol) => {
  test.each(Object.entries(heads))('%s', async (_form, head) => {
    const listener = listen((_request, response) => head(response).end('made'))
    const { url, close } = await serve(listener, protocol === 'HTTP/2' ? http2 : undefined)
    onTestFinished(close)
    const response = await ask(url, { origin: app }, protocol)
    expect(response).toMatchObject({ status: 201, body: 'made' })
    const own = response.headers.filter(([name]) => name.toLowerCase() === 'x-own')
    expect(own.map(([, value]) => value)).toEqual(['1'])
    expect(corsLines(response)).toEqual(allowed)
    expect(corsLines(await ask(url, { origin: 'https://stranger.example' }, protocol))).toEqual(
      allowed.slice(-1),
    )
  })
})

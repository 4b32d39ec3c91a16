import { once } from 'node:events'
import { createServer, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { Journal } from '../src/recorder/journal.js'
import { startRecordingProxy } from '../src/recorder/recording-proxy.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const through = async (listener: RequestListener): Promise<{ port: number; journal: Journal }> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const journal = new Journal()
  const proxy = await startRecordingProxy(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    journal,
    0,
  )
  closing.push(
    proxy.close,
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return { port: proxy.port, journal }
}

/** The raw header lines of the answer, and its body. */
const send = (port: number, method: string, path: string, headers: readonly string[], body = '') =>
  new Promise<{ raw: readonly string[]; body: string }>((resolve, reject) => {
    const sending = request({ port, host: '127.0.0.1', method, path, headers: ['Host', 'x', ...headers] })
    sending.on('error', reject)
    sending.on('response', async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ raw: response.rawHeaders, body: text })
    })
    sending.end(body)
  })

test('repeated header fields pass in both directions, and bodies with them', async () => {
  const { port } = await through((incoming, outgoing) => {
    outgoing.sendDate = false
    outgoing.writeHead(201, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'Access-Control-Allow-Origin', 'x'])
    outgoing.write(`${JSON.stringify(incoming.rawHeaders)}\n`)
    incoming.pipe(outgoing)
  })
  const headers = ['Origin', 'https://a.example', 'Origin', 'https://b.example', 'Content-Length', '4']
  const { raw, body } = await send(port, 'POST', '/', headers, 'text')
  expect(raw.slice(0, 6)).toEqual([
    'Set-Cookie',
    'a=1',
    'Set-Cookie',
    'b=2',
    'Access-Control-Allow-Origin',
    'x',
  ])
  const [received, sent] = body.split('\n')
  expect(JSON.parse(String(received)).slice(0, 8)).toEqual(['Host', 'x', ...headers])
  expect(sent).toBe('text')
})

test('the journal tells preflights from requests, and calls by their token', async () => {
  const { port, journal } = await through((_incoming, outgoing) => outgoing.writeHead(204).end())
  await send(port, 'OPTIONS', '/a?call=1', ['Access-Control-Request-Method', 'PUT', 'Origin', 'null'])
  await send(port, 'OPTIONS', '/a?call=1', [])
  await send(port, 'GET', '/a?call=2', [])
  await send(port, 'GET', '/a', [])
  expect(journal.of('1').map(({ kind, sequence }) => [kind, sequence])).toEqual([
    ['preflight', 1],
    ['request', 2],
  ])
  expect(journal.of('2').map(({ request: { target }, response }) => [target, response.status])).toEqual([
    ['/a?call=2', 204],
  ])
})

test('a stream is passed on as it comes', async () => {
  let end = (): void => {}
  const { port } = await through((_incoming, outgoing) => {
    outgoing.write('first')
    end = () => outgoing.end('last')
  })
  const pieces: string[] = []
  const sending = request({ port, host: '127.0.0.1' }).end()
  const [response] = await once(sending, 'response')
  for await (const piece of response) {
    // The second piece is not there before the first one has arrived.
    if (pieces.push(String(piece)) === 1) end()
  }
  expect(pieces).toEqual(['first', 'last'])
})

test('a service that ends the connection is a network error for the page, too', async () => {
  const { port, journal } = await through((incoming) => incoming.destroy())
  await expect(send(port, 'GET', '/?call=1', [])).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(journal.of('1')).toEqual([])
})

import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { run } from '../src/run.js'
import { type Service, services } from '../src/server/services.js'

const [fastify, koa] = services as unknown as readonly [Service, Service]

/** The same app, but that what it answers comes through `change`. */
const mutated = (service: Service, change: (response: string) => string): Service => ({
  ...service,
  start: async (options) => {
    const behind = await service.start({ ...options, port: 0 })
    const server = createServer((socket) => {
      const upstream = connect(Number(new URL(behind.url).port), '127.0.0.1')
      socket.on('error', () => upstream.destroy()).pipe(upstream)
      upstream.on('data', (chunk) => socket.write(change(chunk.toString('latin1')), 'latin1'))
      upstream.on('error', () => socket.destroy()).on('end', () => socket.end())
    }).listen(options.port, '127.0.0.1')
    await once(server, 'listening')
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: async () => {
        server.close()
        await behind.close()
      },
    }
  },
})

const check = async (change: (response: string) => string): Promise<{ code: number; text: string }> => {
  let text = ''
  const apps = [fastify, mutated(koa, change)]
  const code = await run(['--check', '--model'], (line) => (text += `${line}\n`), apps)
  return { code, text }
}

test('the check passes two apps that are as they should be', async () => {
  const { code, text } = await check((response) => response)
  expect(text).not.toContain('DIFFERENT')
  expect(code).toBe(0)
})

const of401 = (response: string): boolean => response.startsWith('HTTP/1.1 401 ')

test.each<[string, (response: string) => string, RegExp]>([
  [
    'one byte of one header, on one status',
    (response) => (of401(response) ? response.replace('etag, location', 'etag,location') : response),
    /\n {2}Fastify\n {4}access-control-expose-headers: etag, location, x-total-count\n {2}Koa\n {4}access-control-expose-headers: etag,location, x-total-count\n/,
  ],
  [
    'one header more, for origins that are not allowed',
    (response) => response.replace(/\r\n(?=Vary: Origin\r\n)/i, '\r\nAccess-Control-Max-Age: 1\r\n'),
    /\n {2}Fastify\n {4}-\n {2}Koa\n {4}access-control-max-age: 1\n/,
  ],
  [
    'no Vary, on one status',
    (response) => (of401(response) ? response.replace(/\r\nVary: Origin(?=\r\n)/i, '') : response),
    /\n {2}Fastify\n {4}vary: origin\n {2}Koa\n {4}-\n/,
  ],
  [
    'another status of denied preflights',
    (response) => response.replace('HTTP/1.1 403 Forbidden', 'HTTP/1.1 200 OK'),
    /\n {2}Fastify\n {4}status: 403\n {2}Koa\n {4}status: 200\n/,
  ],
])('the check exits with 1 and prints what differs: %s', async (_title, change, difference) => {
  const { code, text } = await check(change)
  expect(text).toMatch(/\nDIFFERENT {2}/)
  expect(text).toMatch(difference)
  expect(code).toBe(1)
})

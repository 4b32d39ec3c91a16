import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { INestApplication } from '@nestjs/common'
import { WsAdapter } from '@nestjs/platform-ws'
import { afterEach, describe, expect, test } from 'vitest'
import { ask, preflight } from '../support/ask.js'
import { skips } from '../support/skips.js'
import { platforms, start } from '../support/start.js'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const blocks = [...read('README.md').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code)

test.each(['examples/app.ts', 'examples/config.ts', 'examples/gateway.ts'])('the README shows %s', (path) => {
  expect(blocks).toContain(read(path))
})

test('the README lists every conformance case that is skipped', () => {
  const ids = platforms.flatMap((platform) => skips[platform].map(({ id }) => id))
  const section = read('README.md').split('## Conformance')[1] ?? ''
  expect([...section.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].map(([, id]) => id)).toEqual(ids)
})

test('each test that the README names is there', () => {
  const cells = [...read('README.md').matchAll(/\| "(.+)" +\|$/gm)].map(([, cell]) => String(cell))
  const names = cells.flatMap((cell) => cell.split('", "'))
  const files = ['earlier-than-nestjs', 'instance-routes', 'closing']
  const source = files.map((name) => read(`test/${name}.test.ts`)).join('')
  expect(names.length).toBe(7)
  expect(names.filter((name) => !source.includes(name))).toEqual([])
})

const shop = 'https://app.example.com'
const stranger = 'https://stranger.example'

const checkShop = async (url: string): Promise<void> => {
  const credentialed = [`access-control-allow-origin: ${shop}`, 'access-control-allow-credentials: true']
  expect(await ask(url, '/products', { origin: stranger })).toMatchObject({
    body: '[{"id":"1","name":"Chair"}]',
    cors: ['access-control-allow-origin: *'],
    vary: [],
  })
  expect(await ask(url, '/products/1', { method: 'PUT', origin: shop })).toMatchObject({
    status: 200,
    cors: credentialed,
  })
  expect(await preflight(url, '/products/1', shop, 'PUT', 'content-type')).toMatchObject({
    status: 204,
    cors: [
      ...credentialed,
      'access-control-allow-methods: GET, HEAD, POST, PUT, DELETE',
      'access-control-allow-headers: content-type',
      'access-control-max-age: 600',
    ],
  })
  expect(await preflight(url, '/products/1', stranger, 'PUT')).toMatchObject({ status: 403, cors: [] })
  expect(await ask(url, '/internal', { origin: shop })).toMatchObject({ body: 'fine', cors: [], vary: [] })
}

describe('the first example', () => {
  let app: INestApplication | undefined
  afterEach(() => app?.close())

  test('runs as it stands', async () => {
    process.env['PORT'] = '0'
    app = await (await import('../../examples/app.js')).app
    const { port } = app.getHttpServer().address() as AddressInfo
    await checkShop(`http://127.0.0.1:${port}`)
  })

  test.each(platforms)('says the same on %s', async (platform) => {
    const { AppModule } = await import('../../examples/app.js')
    const { url, close } = await start(platform, AppModule)
    await checkShop(url).finally(close)
  })
})

test.each(platforms)('the example with the ConfigService runs on %s', async (platform) => {
  const { ConfiguredModule } = await import('../../examples/config.js')
  process.env['CORS_ORIGINS'] = `${shop}, https://admin.example.com`
  const { url, close } = await start(platform, ConfiguredModule)
  try {
    const { cors } = await ask(url, '/', { origin: 'https://admin.example.com' })
    expect(cors[0]).toBe('access-control-allow-origin: https://admin.example.com')
  } finally {
    await close()
  }
})

test('the example with the ConfigService does not start without origins', async () => {
  const { ConfiguredModule } = await import('../../examples/config.js')
  delete process.env['CORS_ORIGINS']
  await expect(start('express', ConfiguredModule)).rejects.toMatchObject({ code: 'CORS_CONFIG_INVALID' })
})

/** The code of the close frame that comes first; `undefined` if the connection stays open. */
const closeCode = (url: string, origin: string | undefined): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...(origin !== undefined && { origin }),
    }
    const sent = httpRequest(url, { headers })
    sent.on('error', reject).on('upgrade', (_response, socket, head) => {
      const judge = (frame: Buffer): void => {
        socket.destroy()
        resolve(frame[0] === 0x88 ? frame.readUInt16BE(2) : undefined)
      }
      if (head.length > 0) return judge(head)
      socket.once('data', judge)
      // A masked ping, which an open connection answers with a pong.
      socket.write(Buffer.from([0x89, 0x80, 0, 0, 0, 0]))
    })
    sent.end()
  })

test('the example with a gateway lets only trusted origins in', async () => {
  const { EventsModule } = await import('../../examples/gateway.js')
  const { url, close } = await start('express', EventsModule, {
    configure: (app) => app.useWebSocketAdapter(new WsAdapter(app)),
  })
  try {
    expect(await closeCode(url, shop)).toBe(undefined)
    expect(await closeCode(url, stranger)).toBe(1008)
    expect(await closeCode(url, 'null')).toBe(1008)
    expect(await closeCode(url, undefined)).toBe(1008)
  } finally {
    await close()
  }
})

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createShop, type Shop, shopPolicy } from '../src/index.js'
import { livePath, offerLivePrices } from '../src/live-prices.js'

const page = 'http://localhost:4000'

let server: Server
let shop: Shop
beforeEach(async () => {
  shop = createShop()
  server = createServer()
  offerLivePrices(server, shopPolicy(page), shop)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

/** The message, or the status of the refusal. */
const open = (origin: string | undefined, path = livePath): Promise<string> =>
  new Promise((resolve) => {
    const { port } = server.address() as AddressInfo
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, origin === undefined ? {} : { origin })
    socket.on('message', (data) => resolve(String(data)))
    socket.on('error', ({ message }) => resolve(message))
  })

test('the listed page gets the prices', async () => {
  expect(JSON.parse(await open(page))).toEqual(shop.products.list().map(({ id, price }) => ({ id, price })))
  expect(shop.handlerRuns).toBe(1)
})

test.each(['http://localhost:4001', 'null', undefined])('%s is refused, and nothing runs', async (origin) => {
  expect(await open(origin)).toContain('403')
  expect(shop.handlerRuns).toBe(0)
})

test('there is no other WebSocket', async () => {
  expect(await open(page, '/other')).toContain('404')
})

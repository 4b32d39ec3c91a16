import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { listenOnLoopback } from '../src/server/listen-on-loopback.js'

const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
const loopback = ['127.0.0.1', '::1'].filter((host) => addresses.some(({ address }) => address === host))

const taken = async (host: string): Promise<{ server: Server; port: number }> => {
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

test.each(loopback)('%s answers, and no longer once it is closed', async (host) => {
  const url = (port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const listening = await listenOnLoopback(0, (_request, response) => response.end('here'))
  expect(await (await fetch(url(listening.port))).text()).toBe('here')
  await listening.close()
  await expect(fetch(url(listening.port))).rejects.toThrow()
})

test.each(loopback)('a port that is taken on %s alone is taken', async (host) => {
  const { server, port } = await taken(host)
  await expect(listenOnLoopback(port, () => {})).rejects.toMatchObject({ code: 'EADDRINUSE', port })
  server.close()
})

import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { exchange, preflight } from './support/exchange.js'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

test('examples/app.ts is what the README shows', () => {
  expect(read('README.md')).toContain(`\`\`\`ts\n${read('examples/app.ts')}\`\`\``)
})

test('each limit that the README names has its test', () => {
  const rows = [...read('README.md').matchAll(/\| `([\w-]+\.test\.ts)`: (".+?") +\|$/gm)]
  expect(rows.length).toBe(6)
  for (const [, file = '', titles = ''] of rows) {
    for (const [, title = ''] of titles.matchAll(/"(.+?)"/g)) {
      expect(read(`test/${file}`).replace(/\\'/g, "'"), title).toContain(title)
    }
  }
})

test('the example runs', async () => {
  vi.stubEnv('PORT', '0')
  const { app } = await import('../examples/app.js')
  onTestFinished(() => {
    vi.unstubAllEnvs()
    return app.close()
  })
  const url = `http://localhost:${(app.server.address() as AddressInfo).port}`
  const own = 'https://app.example.com'
  const partner = 'https://partner.example'
  const actual = { 'access-control-allow-origin': own, 'access-control-allow-credentials': 'true' }

  expect(await exchange(url, '/orders', { origin: own })).toMatchObject({
    body: '[{"id":1,"product":"Chair"}]',
    cors: actual,
    vary: 'Origin',
  })
  expect(await preflight(url, '/orders', own, 'PUT')).toMatchObject({
    status: 204,
    cors: {
      ...actual,
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
    },
  })
  expect(await exchange(url, '/prices', { origin: partner })).toMatchObject({
    cors: { 'access-control-allow-origin': '*' },
    vary: undefined,
  })
  expect(await exchange(url, '/webhook', { origin: own }, { method: 'POST' })).toMatchObject({
    status: 200,
    cors: {},
  })
  expect(await preflight(url, '/webhook', own, 'POST')).toMatchObject({
    status: 404,
    cors: {},
    vary: undefined,
  })
  for (const path of ['/partners/stock', '/partners/unknown']) {
    expect(await preflight(url, path, partner, 'GET')).toMatchObject({
      status: 204,
      cors: { 'access-control-allow-origin': partner, 'access-control-max-age': '60' },
    })
    expect(await preflight(url, path, own, 'GET')).toMatchObject({ status: 403, cors: {} })
  }
})

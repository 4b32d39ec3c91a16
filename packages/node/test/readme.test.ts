import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { skip } from './support/subject.js'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

beforeAll(() => {
  process.env['PORT'] = '0'
})

const addressOf = async (server: Server): Promise<string> => {
  if (!server.listening) await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each(['examples/express.ts', 'examples/node-http.ts'])('%s is what the README shows', (path) => {
  expect(read('README.md')).toContain(`\`\`\`ts\n${read(path)}\`\`\``)
})

test('the example for Express runs', async () => {
  const url = await addressOf((await import('../examples/express.js')).server)
  const app = 'https://app.example.com'
  expect(corsLines(await ask(url, { origin: 'https://x.example', path: '/public/products' }))).toEqual([
    'access-control-allow-origin: *',
    'vary: Origin',
  ])
  const preflight = await ask(url, { origin: app, path: '/orders/1', preflight: 'PUT' })
  expect(preflight.status).toBe(204)
  expect(corsLines(preflight)).toEqual([
    'access-control-allow-credentials: true',
    'access-control-allow-headers: content-type',
    'access-control-allow-methods: GET, HEAD, POST, PUT, DELETE',
    `access-control-allow-origin: ${app}`,
    'access-control-max-age: 600',
    'vary: Origin, Access-Control-Request-Method',
  ])
  // Express matches paths in any case, the example's function does not: the other policy is the strict one.
  const other = await ask(url, { origin: 'https://x.example', path: '/PUBLIC/products' })
  expect(other.status).toBe(200)
  expect(corsLines(other)).toEqual(['vary: Origin'])
})

test('the example for node:http runs', async () => {
  const url = await addressOf((await import('../examples/node-http.js')).server)
  const response = await ask(url, { origin: 'https://app.example.com' })
  expect(response.body).toBe('hello')
  expect(corsLines(response)).toEqual([
    'access-control-allow-origin: https://app.example.com',
    'vary: Origin',
  ])
})

test('each limit that the README names has its test, and its skips are those of the kit', () => {
  const readme = read('README.md')
  const rows = [...readme.matchAll(/\| `([\w-]+\.test\.ts)`: "(?:… )?(.+?)" +\|$/gm)]
  expect(rows.length).toBe(5)
  for (const [, file = '', title = ''] of rows) expect(read(`test/${file}`)).toContain(title)
  const [skips = ''] = readme.slice(readme.indexOf('Skipped cases')).split('The set of cases')
  const ids = [...skips.matchAll(/`([\w-]+\/[\w-]+)`/g)].map(([, id]) => id)
  expect(ids).toEqual(skip.map(({ id }) => id))
})

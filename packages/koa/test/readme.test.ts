import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { skip } from './support/subject.js'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

test('examples/app.ts is what the README shows', () => {
  expect(read('README.md')).toContain(`\`\`\`ts\n${read('examples/app.ts')}\`\`\``)
})

test('the example runs', async () => {
  vi.stubEnv('PORT', '0')
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  const { server } = await import('../examples/app.js')
  if (!server.listening) await once(server, 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const app = 'https://app.example.com'

  const preflight = await ask(url, { origin: app, path: '/orders', preflight: 'PUT' })
  expect(preflight.status).toBe(204)
  expect(corsLines(preflight)).toEqual([
    'access-control-allow-credentials: true',
    'access-control-allow-headers: content-type',
    'access-control-allow-methods: GET, HEAD, POST, PUT, DELETE',
    `access-control-allow-origin: ${app}`,
    'access-control-max-age: 600',
    'vary: Origin, Access-Control-Request-Method',
  ])
  const orders = await ask(url, { origin: app, path: '/orders' })
  expect(orders.body).toBe('[{"id":1,"product":"Chair"}]')
  expect(corsLines(orders)).toEqual([
    'access-control-allow-credentials: true',
    `access-control-allow-origin: ${app}`,
    'vary: Origin',
  ])
  expect(log).not.toHaveBeenCalled()
  await ask(url, { origin: 'https://x.example', path: '/orders' })
  expect(log.mock.calls).toEqual([['denied: origin-not-listed']])
})

test('each limit that the README names has its test, and its skips are those of the kit', () => {
  const readme = read('README.md')
  const rows = [...readme.matchAll(/\| `([\w-]+\.test\.ts)`: "(?:… )?(.+?)" +\|$/gm)]
  expect(rows.length).toBe(3)
  for (const [, file = '', title = ''] of rows) expect(read(`test/${file}`)).toContain(title)
  const [skips = ''] = readme.slice(readme.indexOf('Skipped cases')).split('The set of cases')
  const ids = [...skips.matchAll(/`([\w-]+\/[\w-]+)`/g)].map(([, id]) => id)
  expect(ids).toEqual(skip.map(({ id }) => id))
})

import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo } from '../src/server/demo.js'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo({ firstPort: 0 })
})
afterAll(() => demo.close())

const get = (host: string, path = '/', method = 'GET') =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const { port } = new URL(demo.pages[0]?.origin ?? '')
      const asking = request({ host: '127.0.0.1', port, path, method, headers: { host } }).end()
      asking.on('error', reject)
      asking.on('response', async (response) => {
        let body = ''
        for await (const chunk of response) body += chunk
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      })
    },
  )

const own = (): string => new URL(demo.pages[0]?.origin ?? '').host

test('serves the page, which may talk to its services and to nobody else', async () => {
  const { status, headers, body } = await get(own())
  const csp = String(headers['content-security-policy'])
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(csp).toContain(`connect-src 'self' ${demo.services.map(({ url }) => url).join(' ')};`)
  expect(csp).toContain("default-src 'none'")
  expect(body.match(/(?:src|href)="(?!\/|https:\/\/fetch\.spec\.whatwg\.org\/)[^"]*"/g)).toBeNull()
})

test('knows which of its pages is asked for', async () => {
  const preview = new URL(demo.pages[1]?.origin ?? '').host
  expect(JSON.parse((await get(own(), '/demo.json')).body).page).toBe('shop')
  expect(JSON.parse((await get(preview, '/demo.json')).body).page).toBe('preview')
})

test('answers to no other name: the journal holds cookies', async () => {
  for (const host of ['attacker.example', `attacker.example:${own().split(':')[1]}`, '127.0.0.1', '']) {
    expect((await get(host, '/demo.json')).status).toBe(421)
  }
})

test('has no CORS headers of its own', async () => {
  const { headers } = await get(own(), '/journal.json?service=fastify&call=list&token=1')
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
})

test.each(['/missing', '/../package.json', '/journal.json', '/journal.json?service=x&call=list&token=1'])(
  '404 for %s',
  async (path) => {
    expect((await get(own(), path)).status).toBe(404)
  },
)

test('405 for anything but GET', async () => {
  expect((await get(own(), '/demo.json', 'POST')).status).toBe(405)
})

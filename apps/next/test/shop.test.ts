import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const page = 'http://localhost:4000'
const stranger = 'http://localhost:4001'

/** As a process of its own: Next takes over more of the process than a test worker can give. */
let child: ChildProcess
let url = ''
beforeAll(async () => {
  const environment = {
    PATH: process.env['PATH'],
    PORT: '0',
    TEST_MODE: '1',
    NODE_ENV: 'production',
  } as const
  child = spawn(process.execPath, ['dist/main.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}.`)))
    child.stdout?.on('data', (text) => {
      const found = /next: (http:\S+)/.exec(String(text))?.[1]
      if (found !== undefined) resolve(found)
    })
  })
})
afterAll(() => {
  child.kill('SIGKILL')
})

const ask = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Response> =>
  fetch(url + path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
  })

const corsHeaders = ({ headers }: Response): string[] =>
  [...headers].filter(([name]) => name.startsWith('access-control-')).map((header) => header.join(': '))

const forPage = [
  'access-control-allow-credentials: true',
  `access-control-allow-origin: ${page}`,
  'access-control-expose-headers: etag, location, x-total-count',
]

describe('every response carries the headers, and no more', () => {
  test.each([
    ['GET', '/products', 200],
    ['HEAD', '/products', 200],
    ['GET', '/products/1', 200],
    ['GET', '/products/99', 404],
    ['POST', '/products', 400],
    ['GET', '/catalogue?page=2', 301],
    ['GET', '/me', 401],
    ['GET', '/missing', 404],
    ['GET', '/failure', 500],
    ['GET', '/export', 200],
    ['GET', '/events', 200],
  ])('%s %s: %i', async (method, path, status) => {
    const allowed = await ask(method, path, { origin: page })
    expect([allowed.status, corsHeaders(allowed)]).toEqual([status, forPage])
    expect(allowed.headers.get('vary')).toMatch(/\bOrigin\b/)
    const denied = await ask(method, path, { origin: stranger })
    expect([denied.status, corsHeaders(denied)]).toEqual([status, []])
    expect(denied.headers.get('vary')).toMatch(/\bOrigin\b/)
    await allowed.body?.cancel()
    await denied.body?.cancel()
  })

  test('a preflight is answered, and no handler runs', async () => {
    const runs = await (await ask('GET', '/control/runs')).json()
    const answer = await ask('OPTIONS', '/products/1', {
      origin: page,
      'access-control-request-method': 'PUT',
    })
    expect([answer.status, corsHeaders(answer)]).toEqual([
      204,
      [
        'access-control-allow-credentials: true',
        'access-control-allow-headers: content-type, if-none-match',
        'access-control-allow-methods: GET, HEAD, POST, PUT, DELETE',
        `access-control-allow-origin: ${page}`,
        'access-control-max-age: 600',
      ],
    ])
    expect(
      (await ask('OPTIONS', '/products/1', { origin: stranger, 'access-control-request-method': 'PUT' }))
        .status,
    ).toBe(403)
    expect(await (await ask('GET', '/control/runs')).json()).toEqual(runs)
  })

  test('paths outside of the proxy have their own policy, or none', async () => {
    const prices = await ask('GET', '/public/prices', { origin: stranger })
    expect(corsHeaders(prices)).toEqual([
      'access-control-allow-origin: *',
      'access-control-expose-headers: etag',
    ])
    expect(corsHeaders(await ask('GET', '/internal/stock', { origin: page }))).toEqual([])
  })
})

test('creates, signs in, and knows who has', async () => {
  const created = await ask('POST', '/products', { origin: page }, { name: 'Teapot', price: 3000 })
  expect([created.status, created.headers.get('location')]).toEqual([201, '/products/4'])
  const login = await ask('POST', '/login', { origin: page }, { user: 'ada', password: 'analytical engine' })
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await (await ask('GET', '/me', { origin: page, cookie })).json()).toEqual({ user: 'ada' })
})

test('in test mode the policy is replaced at run time, and no page may do it', async () => {
  expect((await ask('PUT', '/control/policy', { origin: page }, { origins: '*' })).status).toBe(403)
  expect((await ask('PUT', '/control/policy', {}, { origins: ['https://A.example'] })).status).toBe(400)
  expect((await ask('PUT', '/control/policy', {}, { origins: '*' })).status).toBe(204)
  expect(corsHeaders(await ask('GET', '/products', { origin: stranger }))).toEqual([
    'access-control-allow-origin: *',
  ])
})

import { controlPolicyPath, controlRunsPath } from '@cors/app-service'
import { type RawResponse, sendRequest } from '@cors/conformance'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HeaderField } from '../src/results/exchange.js'
import { startTestModeApps } from './test-mode-apps.js'

const json: HeaderField = ['Content-Type', 'application/json']
const stranger = 'https://stranger.example'
const open = JSON.stringify({ origins: '*' })
const closed = JSON.stringify({ origins: ['https://nobody.example'] })

let apps: Awaited<ReturnType<typeof startTestModeApps>>
beforeAll(async () => {
  apps = await startTestModeApps()
})
afterAll(async () => {
  for (const { close } of apps) await close()
})

/** @param host what `Host` says, if it is not where the server is */
const ask = (
  url: string,
  method: string,
  path: string,
  headers: readonly HeaderField[],
  { body, host }: { readonly body?: string; readonly host?: string } = {},
): Promise<RawResponse> => {
  const { hostname, port } = new URL(url)
  const request = { method, path, headers, ...(body !== undefined && { body }) }
  return sendRequest(host === undefined ? url : `http://${host}`, request, { hostname, port: Number(port) })
}

const allows = async (url: string): Promise<boolean> => {
  const { headers } = await ask(url, 'GET', '/products', [['Origin', stranger]])
  return headers.some(([name]) => name.toLowerCase() === 'access-control-allow-origin')
}

describe.each(['Fastify', 'Koa', 'Next.js', 'NestJS on Express', 'NestJS on Fastify'])('%s', (title) => {
  const app = (): string => apps.find((each) => each.title === title)?.url ?? ''
  const put = async (body: string, ...headers: readonly HeaderField[]): Promise<number> =>
    (await ask(app(), 'PUT', controlPolicyPath, headers, { body })).status

  test('a program on this machine replaces the policy, also by rules', async () => {
    expect([await put(open, json), await allows(app())]).toEqual([204, true])
    expect([await put(closed, json), await allows(app())]).toEqual([204, false])
    const rules = JSON.stringify([
      { origins: ['https://nobody.example'], credentials: true },
      { origins: '*' },
    ])
    expect([await put(rules, json), await allows(app())]).toEqual([204, true])
    expect([await put(closed, json), await allows(app())]).toEqual([204, false])
  })

  test.each([
    ['attacker.example', []],
    ['attacker.example:80', []],
    ['localhost.attacker.example', []],
    [undefined, [['Origin', 'http://localhost:4000']]],
    [undefined, [['Origin', 'null']]],
    [undefined, [['Sec-Fetch-Site', 'same-origin']]],
    [undefined, [['Sec-Fetch-Site', 'none']]],
  ] as const)('a page may not: Host %s, %j', async (host, headers) => {
    const named = host === undefined ? {} : { host }
    const replaced = await ask(app(), 'PUT', controlPolicyPath, [json, ...headers], { body: open, ...named })
    const counted = await ask(app(), 'GET', controlRunsPath, headers, named)
    expect([replaced.status, counted.status]).toEqual([403, 403])
    expect(counted.body).not.toContain('runs')
    expect(await allows(app())).toBe(false)
  })

  test('a preflight for it is not answered with permission', async () => {
    const asked = [
      ['Origin', 'http://localhost:4000'],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', 'content-type'],
    ] as const
    const { headers } = await ask(app(), 'OPTIONS', controlPolicyPath, asked)
    expect(headers.filter(([name]) => name.toLowerCase().startsWith('access-control-'))).toEqual([])
  })

  test.each([
    ['text that a form could send', open, ['Content-Type', 'text/plain']],
    ['no type at all', open, ['X-Any', '1']],
    ['what is not JSON', '{"origins":', json],
    ['a mistake', JSON.stringify({ origins: ['https://App.example/'] }), json],
    ['nothing', '{}', json],
  ] as const)('%s is refused, and changes nothing', async (_title, body, header) => {
    const status = await put(body, header)
    expect([400, 415]).toContain(status)
    expect(await allows(app())).toBe(false)
  })
})

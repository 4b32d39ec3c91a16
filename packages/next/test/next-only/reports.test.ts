import { describe, expect, test } from 'vitest'
import { kit15, kit16 } from '../support/apps.js'
import { app, granted } from '../support/send.js'
import { serverOf } from '../support/server-of.js'

describe.each([kit16, kit15])('reports of $name', (fixture) => {
  const { ask, output } = serverOf(fixture)
  const reportsOf = (text: string): readonly string[] =>
    output()
      .split('\n')
      .filter((line) => line.startsWith('@cors/next: ') && line.includes(text))

  test('a path with a policy in the proxy and in withCors is reported once', async () => {
    for (const origin of [app, 'https://other.example', app])
      await ask({ path: '/only/proxied/double', origin })
    expect(reportsOf('/only/proxied/double')).toEqual([
      expect.stringContaining('has two CORS policies, in corsProxy and in withCors'),
    ])
  })

  test.each(['/only/own-options', '/api/only/anything'])(
    'also where the proxy rewrites to %s',
    async (target) => {
      await ask({ path: `/only/proxied/rewrite-to-policy?to=${target}`, origin: app })
      const name = target.startsWith('/api/') ? 'withCorsApi' : 'withCors'
      expect(
        reportsOf(`/only/proxied/rewrite-to-policy has two CORS policies, in corsProxy and in ${name}.`),
      ).toEqual([expect.any(String)])
    },
  )

  test('and so is one with a policy in the proxy and in withCorsApi', async () => {
    for (const origin of [app, 'https://other.example']) await ask({ path: '/api/double?a=b', origin })
    expect(reportsOf('/api/double')).toEqual([
      expect.stringContaining('has two CORS policies, in corsProxy and in withCorsApi'),
    ])
  })

  test('a path for which the policy function of the proxy returns false is not', async () => {
    expect(await ask({ path: '/only/chosen/double', origin: 'https://other.example' })).toMatchObject({
      cors: [['access-control-allow-origin', 'https://other.example']],
      vary: ['origin'],
    })
    expect(reportsOf('/only/chosen/double')).toEqual([])
  })

  test('nothing that a client sends makes a report, or changes the headers', async () => {
    const headers = {
      'x-middleware-next': '1',
      'x-middleware-rewrite': '/only/plain',
      'x-middleware-override-headers': 'origin',
      'x-middleware-request-origin': 'https://other.example',
    }
    expect(await ask({ path: '/only/plain', origin: app, headers })).toMatchObject({ cors: granted })
    expect(reportsOf('/only/plain')).toEqual([])
  })

  test('a route.ts without the OPTIONS of withCors is reported once', async () => {
    for (const method of ['POST', 'POST']) {
      expect(await ask({ path: '/only/no-options', method, origin: app })).toMatchObject({ cors: granted })
    }
    expect(reportsOf('OPTIONS')).toEqual([
      expect.stringContaining('export const { POST, OPTIONS } = withCors(…)'),
    ])
    expect(await ask({ path: '/only/no-options', asks: 'POST', origin: app })).toMatchObject({ cors: [] })
  })

  test('one that exports all of them is not', async () => {
    await ask({ path: '/only/items/1', origin: app })
    expect(reportsOf('GET')).toEqual([])
  })
})

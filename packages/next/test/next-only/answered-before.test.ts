import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { directoryOf, kit15, kit16 } from '../support/apps.js'
import { app, granted, preflightGranted } from '../support/send.js'
import { serverOf } from '../support/server-of.js'

describe('what Next.js answers before the proxy', () => {
  const { ask } = serverOf(kit16)

  test('a path with a trailing slash is redirected without headers, preflights as well', async () => {
    const redirected = { status: 308, cors: [], vary: [] }
    expect(await ask({ path: '/only/proxied/echo/', origin: app })).toMatchObject(redirected)
    expect(await ask({ path: '/only/proxied/echo/', asks: 'PUT', origin: app })).toMatchObject(redirected)
    expect(await ask({ path: '/only/plain/', asks: 'PUT', origin: app })).toMatchObject(redirected)
  })

  test('so are the redirects of next.config.js', async () => {
    const redirected = { status: 307, cors: [], vary: [] }
    expect(await ask({ path: '/only/proxied/moved', origin: app })).toMatchObject(redirected)
    expect(await ask({ path: '/only/proxied/moved', asks: 'PUT', origin: app })).toMatchObject(redirected)
  })

  // README: "It is compared with the URL that was called".
  test('a rewrite of next.config.js from outside of the matcher has no policy, wherever it leads', async () => {
    const answer = { status: 200, body: (await ask({ path: '/only/proxied/echo' })).body, cors: [] }
    expect(await ask({ path: '/only/rewritten', origin: app })).toMatchObject(answer)
    expect((await ask({ path: '/only/rewritten', asks: 'PUT', origin: app })).cors).toEqual([])
  })

  test('a redirect by the inner function has headers', async () => {
    expect(await ask({ path: '/only/proxied/redirect', origin: app })).toMatchObject({
      status: 307,
      cors: granted,
    })
  })

  test.each(['/only/proxied/%ZZ', '*'])(
    'what Next.js cannot read it answers itself, without headers',
    async (path) => {
      const answer = await ask({ path, origin: app, method: path === '*' ? 'OPTIONS' : 'GET' })
      expect([answer.cors, answer.status >= 400]).toEqual([[], true])
    },
  )

  const chunks = join(directoryOf(kit16), '.next/static/chunks')
  const chunk = readdirSync(chunks).find((name) => name.endsWith('.js'))

  test.each(['/only/asset.txt', `/_next/static/chunks/${chunk}`])(
    '%s is outside of the matcher: it has what headers of next.config.js says',
    async (path) => {
      expect(await ask({ path, origin: app })).toMatchObject({
        status: 200,
        cors: [['access-control-allow-origin', '*']],
        vary: [],
      })
    },
  )
})

describe('skipTrailingSlashRedirect', () => {
  const { ask } = serverOf(kit15)

  test('leaves a path with a trailing slash to the proxy', async () => {
    expect(await ask({ path: '/only/proxied/echo/', origin: app })).toMatchObject({
      status: 200,
      cors: granted,
    })
    expect(await ask({ path: '/only/proxied/echo/', asks: 'PUT', origin: app })).toMatchObject({
      status: 204,
      cors: preflightGranted,
    })
  })

  test('and to route handlers', async () => {
    expect(await ask({ path: '/only/plain/', asks: 'PUT', origin: app })).toMatchObject({
      status: 204,
      cors: preflightGranted,
    })
  })
})

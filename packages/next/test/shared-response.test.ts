import { withCors } from '@cors/next'
import { NextRequest } from 'next/server.js'
import { expect, test } from 'vitest'

const app = 'https://app.example.com'

const head = (origin: string): NextRequest =>
  new NextRequest('http://localhost/', { method: 'HEAD', headers: { origin } })

/** Next answers HEAD with GET's handler, and leaves the body unread. */
test('a response that many HEAD requests share keeps nothing of any of them', async () => {
  const shared = new Response('page')
  const { GET, OPTIONS } = withCors({ origins: [app] }, { GET: () => shared })
  expect(OPTIONS).toBeTypeOf('function')
  const first = await GET(head(app))
  const second = await GET(head('https://attacker.example'))
  expect(first.headers.get('access-control-allow-origin')).toBe(app)
  expect(second.headers.get('access-control-allow-origin')).toBeNull()
  expect(second.headers.get('vary')).toBe('Origin')
  expect(shared.headers.has('access-control-allow-origin')).toBe(false)
  expect(await shared.text()).toBe('page')
})

test('nor does HEAD have what GET left in it', async () => {
  const shared = new Response('page')
  const { GET, OPTIONS } = withCors({ origins: [app] }, { GET: () => shared })
  expect(OPTIONS).toBeTypeOf('function')
  const first = await GET(new NextRequest('http://localhost/', { headers: { origin: app } }))
  expect(await first.text()).toBe('page')
  const second = await GET(head('https://attacker.example'))
  expect(second.headers.get('access-control-allow-origin')).toBeNull()
  expect(second.headers.get('vary')).toBe('Origin')
})

import { expect, test } from 'vitest'
import { cors } from '../src/index.js'
import { ask, corsFields } from './support/cors-fields.js'

const app = 'https://app.example'
const stranger = 'https://stranger.example'
const withCors = cors({ origins: [app] })
const inner = cors({ origins: [stranger] })
const allowed = { 'access-control-allow-origin': app, vary: 'Origin' }

const head = (origin: string): Request =>
  new Request('http://localhost/', { method: 'HEAD', headers: { origin } })

test('HEAD is answered where the body was read before', async () => {
  const used = new Response('page', { status: 201, headers: { etag: '"1"' } })
  await used.text()
  const response = await withCors(() => used)(head(app))
  expect(response).toMatchObject({ status: 201, body: null })
  expect(response.headers.get('etag')).toBe('"1"')
  expect(corsFields(response)).toEqual(allowed)
  expect(corsFields(used)).toEqual({})
})

test('and where it is being read', async () => {
  const locked = new Response('page')
  const reader = locked.body?.getReader()
  const response = await withCors(() => locked)(head(app))
  expect(response.body).toBeNull()
  expect(corsFields(response)).toEqual(allowed)
  await reader?.cancel()
})

test('but GET is not answered with the empty body of an immutable response that was read before', async () => {
  const used = await fetch('data:text/plain,body')
  await used.text()
  await expect(withCors(() => used)(ask(app))).rejects.toThrow(TypeError)
})

test.each([
  ['unread', async () => {}],
  ['read', async (response: Response) => void (await response.text())],
])('a response that GET shared, %s, keeps nothing of it for HEAD', async (_, read) => {
  const shared = new Response('page', { headers: { vary: 'Accept' } })
  const handler = withCors(() => shared)
  await read(await handler(ask(app)))
  expect(corsFields(await handler(head(stranger)))).toEqual({ vary: 'Accept, Origin' })
  expect(corsFields(await handler(head(app)))).toEqual({ ...allowed, vary: 'Accept, Origin' })
})

test('the nearest policy stays where HEAD is served as a GET within', async () => {
  const within = inner(() => new Response('page'))
  const handler = withCors((request) => within(new Request(request, { method: 'GET' })))
  expect(corsFields(await handler(head(app)))).toEqual({ vary: 'Origin' })
  expect(corsFields(await handler(head(stranger)))).toEqual({
    ...allowed,
    'access-control-allow-origin': stranger,
  })
})

import { describe, expect, it } from 'vitest'
import { BrowserModel, type BrowserRequest, type WireRequest } from '../../src/browser-model/index.js'
import { fieldValue, network, reasonOf, response } from './server.js'

const page = 'https://page.invalid'
const api = 'https://api.invalid'
const other = 'https://other.invalid'

/** Follows `path` by the given status to `location`; everything else is answered openly. */
const follow = async (
  request: Partial<BrowserRequest>,
  location: string,
  status = 302,
): Promise<{ reason: string; sent: readonly WireRequest[] }> => {
  const { send, sent } = network(({ url, headers, kind }) => {
    const open = {
      'access-control-allow-origin': fieldValue(headers, 'origin') ?? '*',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'x-a, authorization',
    }
    return new URL(url).pathname === '/from' && kind === 'request'
      ? response(status, { ...open, location })
      : response(200, open)
  })
  const outcome = await new BrowserModel({ send }).fetch({ origin: page, url: `${api}/from`, ...request })
  return { reason: reasonOf(outcome), sent }
}

describe('the origin after a redirect', () => {
  it.each<[string, string, string, string | undefined]>([
    ['cors to same cors', `${api}/from`, `${api}/to`, page],
    ['cors to another cors', `${api}/from`, `${other}/to`, 'null'],
    ['same origin to cors', `${page}/from`, `${other}/to`, page],
    ['cors to same origin', `${api}/from`, `${page}/to`, 'null'],
    ['same origin to same origin', `${page}/from`, `${page}/to`, undefined],
  ])('%s', async (_, url, location, expected) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { reason, sent } = await follow({ url }, location, status)
      expect(reason).toBe('readable')
      expect(fieldValue(sent.at(-1)?.headers ?? [], 'origin')).toBe(expected)
    }
  })

  it('is not what a server may pass by naming the page', async () => {
    const { send } = network(({ url }) =>
      new URL(url).host === 'api.invalid'
        ? response(302, { 'access-control-allow-origin': page, location: `${other}/to` })
        : response(200, { 'access-control-allow-origin': page }),
    )
    const outcome = await new BrowserModel({ send }).fetch({ origin: page, url: `${api}/from` })
    expect(reasonOf(outcome)).toBe('allow-origin-mismatch')
  })
})

it('checks the redirect response itself', async () => {
  const { send, sent } = network(() => response(302, { location: `${other}/to` }))
  const outcome = await new BrowserModel({ send }).fetch({ origin: page, url: `${api}/from` })
  expect(reasonOf(outcome)).toBe('allow-origin-missing')
  expect(sent).toHaveLength(1)
})

it('asks again at the new place', async () => {
  const { sent } = await follow({ method: 'PUT' }, `${other}/to`)
  expect(sent.map(({ kind, method, url }) => `${kind} ${method} ${url}`)).toEqual([
    `preflight OPTIONS ${api}/from`,
    `request PUT ${api}/from`,
    `preflight OPTIONS ${other}/to`,
    `request PUT ${other}/to`,
  ])
})

it.each<[number, string, string]>([
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [303, 'POST', 'GET'],
  [303, 'PUT', 'GET'],
  [302, 'PUT', 'PUT'],
  [307, 'POST', 'POST'],
  [308, 'POST', 'POST'],
  [303, 'HEAD', 'HEAD'],
])('%d makes %s a %s', async (status, method, expected) => {
  const body = method === 'HEAD' ? {} : { body: 'x' }
  const { sent } = await follow({ method, ...body }, `${api}/to`, status)
  const last = sent.at(-1)
  expect(last?.method).toBe(expected)
  expect(last?.body).toBe(expected === 'GET' || expected === 'HEAD' ? undefined : 'x')
  expect(fieldValue(last?.headers ?? [], 'content-type') === undefined).toBe(
    expected === 'GET' || expected === 'HEAD',
  )
})

it('drops Authorization where the origin changes', async () => {
  const headers = [
    ['Authorization', 'x'],
    ['X-A', '1'],
  ] as const
  const kept = await follow({ headers }, `${api}/to`)
  expect(fieldValue(kept.sent.at(-1)?.headers ?? [], 'authorization')).toBe('x')
  const dropped = await follow({ headers }, `${other}/to`)
  expect(fieldValue(dropped.sent.at(-1)?.headers ?? [], 'authorization')).toBe(undefined)
  expect(fieldValue(dropped.sent.at(-1)?.headers ?? [], 'x-a')).toBe('1')
})

it.each<[string, Partial<BrowserRequest>, string]>([
  ['a loop', {}, `${api}/from`],
  ['credentials in the location', {}, 'https://a:b@api.invalid/to'],
  ['credentials in the location, across origins', { url: `${page}/from` }, 'https://a:b@api.invalid/to'],
  ['another scheme', {}, 'ftp://api.invalid/'],
  ['no URL', {}, 'https://'],
  ['a script that asked for none', { redirect: 'error' }, `${api}/to`],
])('refuses %s', async (_, request, location) => {
  expect((await follow(request, location)).reason).toBe('redirect-refused')
})

it('takes a redirect status without a location for an answer', async () => {
  const { send } = network(() => response(302, { 'access-control-allow-origin': '*' }))
  const outcome = await new BrowserModel({ send }).fetch({ origin: page, url: `${api}/from` })
  expect(outcome).toMatchObject({ readable: true, status: 302, redirected: false })
})

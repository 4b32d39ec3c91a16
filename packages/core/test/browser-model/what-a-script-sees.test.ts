import { expect, it } from 'vitest'
import { BrowserModel, type BrowserRequest, type CredentialsMode } from '../../src/browser-model/index.js'
import { network, reasonOf, response } from './server.js'

const origin = 'https://app.invalid'
const url = 'https://api.invalid/'

const seen = async (
  headers: Record<string, string>,
  credentials: CredentialsMode = 'omit',
): Promise<readonly string[]> => {
  const { send } = network(() =>
    response(200, {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Content-Type': 'text/plain',
      ETag: '"1"',
      'Set-Cookie': 'a=b',
      'X-Id': '7',
      ...headers,
    }),
  )
  const outcome = await new BrowserModel({ send }).fetch({ origin, url, credentials })
  return outcome.readable ? outcome.headers.map(([name]) => name) : []
}

const expose = (value: string): Record<string, string> => ({ 'Access-Control-Expose-Headers': value })
const everything = [
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-type',
  'etag',
  'x-id',
]

it('the safelisted headers, and those that the server names', async () => {
  expect(await seen({})).toEqual(['content-type'])
  expect(await seen(expose('ETAG, x-nothing'))).toEqual(['content-type', 'etag'])
  expect(await seen(expose('etag, x id'))).toEqual(['content-type'])
  expect(await seen(expose('*'))).toEqual(everything)
  expect(await seen(expose('*'), 'include')).toEqual(['content-type'])
  expect(await seen(expose('set-cookie'))).toEqual(['content-type'])
})

it('everything but cookies from its own origin, without CORS', async () => {
  const { send, sent } = network(() => response(200, { 'Set-Cookie': 'a=b', ETag: '"1"' }, 'own'))
  const outcome = await new BrowserModel({ send }).fetch({ origin, url: `${origin}/x`, method: 'PUT' })
  expect(outcome).toMatchObject({ readable: true, type: 'basic', headers: [['etag', '"1"']], body: 'own' })
  // Browsers send Origin with every request that is not GET or HEAD.
  expect(sent.map(({ kind, headers }) => [kind, headers.at(-1)])).toEqual([['request', ['Origin', origin]]])
})

it.each<[CredentialsMode, string, boolean]>([
  ['omit', url, false],
  ['omit', `${origin}/`, false],
  ['same-origin', url, false],
  ['same-origin', `${origin}/`, true],
  ['include', url, true],
])('%s to %s: cookies %s', async (credentials, target, expected) => {
  const { send, sent } = network(() => response(200))
  await new BrowserModel({ send }).fetch({ origin, url: target, credentials })
  expect(sent[0]?.includeCredentials).toBe(expected)
})

it.each<[string, Partial<BrowserRequest>]>([
  ['a bad URL', { url: '//' }],
  ['credentials in the URL', { url: 'https://a:b@api.invalid/' }],
  ['a forbidden method', { method: 'trace' }],
  ['a method that is no token', { method: 'A B' }],
  ['a body with GET', { body: '' }],
  ['a bad header name', { headers: [['a b', '']] }],
  ['a bad header value', { headers: [['a', 'b\nc: d']] }],
  ['a value beyond a byte', { headers: [['a', '€']] }],
])('%s is a TypeError and sends nothing', async (_, request) => {
  const { send, sent } = network(() => response(200))
  expect(reasonOf(await new BrowserModel({ send }).fetch({ origin, url, ...request }))).toBe(
    'request-invalid',
  )
  expect(sent).toEqual([])
})

it('a failing network is a TypeError', async () => {
  const send = async (): Promise<never> => {
    throw new Error('ECONNREFUSED')
  }
  expect(reasonOf(await new BrowserModel({ send }).fetch({ origin, url }))).toBe('network-failed')
})

it('no body with HEAD and null body statuses', async () => {
  const { send } = network(() => response(200, { 'access-control-allow-origin': '*' }, 'x'))
  expect(await new BrowserModel({ send }).fetch({ origin, url, method: 'HEAD' })).toMatchObject({
    body: null,
  })
  expect(await new BrowserModel({ send }).fetch({ origin, url })).toMatchObject({ body: 'x' })
})

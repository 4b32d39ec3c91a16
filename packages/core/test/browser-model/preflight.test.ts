import { describe, expect, it } from 'vitest'
import {
  BrowserModel,
  type BrowserRequest,
  chromiumEngine,
  type Engine,
  firefoxEngine,
  type HeaderField,
  standardEngine,
} from '../../src/browser-model/index.js'
import { network, reasonOf, response } from './server.js'

const origin = 'https://app.invalid'
const url = 'https://api.invalid/x'

interface Preflight {
  readonly status?: number
  readonly methods?: string
  readonly headers?: string
}

/** Everything but the two lists is allowed, also with credentials. */
const ask = async (
  request: Partial<BrowserRequest>,
  preflight: Preflight,
  engine?: Engine,
): Promise<string> => {
  const open = {
    'access-control-allow-origin': request.credentials === 'include' ? origin : '*',
    'access-control-allow-credentials': 'true',
  }
  const { send } = network(({ kind }) =>
    kind === 'request'
      ? response(200, open)
      : response(preflight.status ?? 204, {
          ...open,
          ...(preflight.methods === undefined ? {} : { 'access-control-allow-methods': preflight.methods }),
          ...(preflight.headers === undefined ? {} : { 'access-control-allow-headers': preflight.headers }),
        }),
  )
  const model = new BrowserModel({ send, ...(engine && { engine }) })
  return reasonOf(await model.fetch({ origin, url, ...request }))
}

const header = (name: string): { headers: HeaderField[] } => ({ headers: [[name, '1']] })

describe('when a preflight is sent, and what it asks', () => {
  it.each<[string, Partial<BrowserRequest>, readonly HeaderField[] | 'none']>([
    ['GET', {}, 'none'],
    ['get', { method: 'get' }, 'none'],
    ['POST of a string', { method: 'POST', body: 'x' }, 'none'],
    ['a header that is dropped', header('cookie'), 'none'],
    ['PUT', { method: 'put' }, [['Access-Control-Request-Method', 'PUT']]],
    ['patch', { method: 'patch' }, [['Access-Control-Request-Method', 'patch']]],
    [
      'an upload listener',
      { method: 'POST', uploadListener: true },
      [['Access-Control-Request-Method', 'POST']],
    ],
    [
      'JSON',
      {
        method: 'POST',
        body: '{}',
        headers: [
          ['X-B', ''],
          ['Content-Type', 'application/json'],
        ],
        credentials: 'include',
      },
      [
        ['Access-Control-Request-Method', 'POST'],
        ['Access-Control-Request-Headers', 'content-type,x-b'],
      ],
    ],
  ])('%s', async (_, request, expected) => {
    const { send, sent } = network(() =>
      response(204, { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }),
    )
    await new BrowserModel({ send }).fetch({ origin, url, ...request })
    const [first] = sent
    if (expected === 'none') expect(first?.kind).toBe('request')
    else
      expect(first).toEqual({
        kind: 'preflight',
        method: 'OPTIONS',
        url,
        headers: [['Accept', '*/*'], ...expected, ['Origin', origin]],
        includeCredentials: false,
      })
  })
})

describe('what its answer allows', () => {
  const credentials = 'include'
  it.each<[Partial<BrowserRequest>, Preflight, string]>([
    [{ method: 'PUT' }, { methods: 'PUT' }, 'readable'],
    [{ method: 'PUT' }, { methods: 'PUT', status: 200 }, 'readable'],
    [{ method: 'PUT' }, { methods: 'PUT', status: 299 }, 'readable'],
    [{ method: 'PUT' }, { methods: 'PUT', status: 302 }, 'preflight-status'],
    [{ method: 'PUT' }, { methods: 'PUT', status: 403 }, 'preflight-status'],
    [{ method: 'PUT' }, {}, 'method-not-allowed'],
    [{ method: 'PUT' }, { methods: 'put' }, 'method-not-allowed'],
    [{ method: 'patch' }, { methods: 'PATCH' }, 'method-not-allowed'],
    [{ method: 'PUT' }, { methods: 'GET,,\tPUT' }, 'readable'],
    [{ method: 'PUT' }, { methods: 'PUT, Bad method' }, 'allow-methods-invalid'],
    [{ method: 'PUT' }, { methods: '*' }, 'readable'],
    [{ method: 'PUT', credentials }, { methods: '*' }, 'method-not-allowed'],
    [{ method: '*', credentials }, { methods: '*' }, 'readable'],
    [header('X-A'), {}, 'header-not-allowed'],
    [header('X-A'), { headers: 'X-a' }, 'readable'],
    [header('X-A'), { headers: 'x-b' }, 'header-not-allowed'],
    [header('X-A'), { headers: 'x-a, with space x' }, 'allow-headers-invalid'],
    [header('X-A'), { headers: '*' }, 'readable'],
    [{ ...header('X-A'), credentials }, { headers: '*' }, 'header-not-allowed'],
    [{ ...header('*'), credentials }, { headers: '*' }, 'readable'],
    [header('X-A'), { headers: 'x-a', methods: 'get' }, 'readable'],
    [header('X-A'), { headers: 'x-a', methods: 'a b' }, 'allow-methods-invalid'],
    [header('Authorization'), { headers: 'authorization' }, 'readable'],
    [header('Authorization'), { headers: '*, AUTHORIZATION' }, 'readable'],
    [header('Authorization'), { headers: '*' }, 'header-not-allowed'],
    [{ method: 'POST', uploadListener: true }, {}, 'readable'],
  ])('%j with %j: %s', async (request, preflight, expected) => {
    expect(await ask(request, preflight)).toBe(expected)
  })

  it.each([
    [standardEngine, 'header-not-allowed'],
    [chromiumEngine, 'readable'],
    [firefoxEngine, 'readable'],
  ])('does the wildcard cover Authorization? %j: %s', async (engine, expected) => {
    expect(await ask(header('Authorization'), { headers: '*' }, engine)).toBe(expected)
    // With credentials the asterisk is no wildcard, in no engine.
    expect(await ask({ ...header('Authorization'), credentials: 'include' }, { headers: '*' }, engine)).toBe(
      'header-not-allowed',
    )
  })
})

it('checks the preflight by the credentials mode of the request behind it', async () => {
  const { send, sent } = network(() =>
    response(204, { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'PUT' }),
  )
  const outcome = await new BrowserModel({ send }).fetch({
    origin,
    url,
    method: 'PUT',
    credentials: 'include',
  })
  expect(reasonOf(outcome)).toBe('allow-origin-any-with-credentials')
  expect(sent).toHaveLength(1)
})

it('names the header that decided, in words', async () => {
  const { send } = network(() => response(204, { 'access-control-allow-origin': '*' }))
  const outcome = await new BrowserModel({ send }).fetch({ origin, url, method: 'PUT' })
  const cors = 'https://fetch.spec.whatwg.org/#concept-cors-check'
  const spec = 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0'
  expect(outcome.steps).toEqual([
    { text: 'preflight: ask for PUT', spec: 'https://fetch.spec.whatwg.org/#concept-http-fetch' },
    {
      text: 'access-control-allow-origin is *, which is every origin',
      passed: true,
      header: 'access-control-allow-origin',
      compared: { expected: `${origin}, or *`, actual: '*' },
      spec: cors,
    },
    {
      text: "the preflight's status is 204",
      passed: true,
      compared: { expected: '200 to 299', actual: '204' },
      spec,
    },
    {
      text: 'PUT is not in access-control-allow-methods',
      passed: false,
      header: 'access-control-allow-methods',
      compared: { expected: 'PUT', actual: null },
      spec,
    },
  ])
})

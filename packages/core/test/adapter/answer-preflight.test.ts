import { ServerResponse } from 'node:http'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { answerPreflight, applyAtWriteHead, isFinal } from '../../src/adapter/index.js'
import { type Asked, ask, corsFields, protocols, serve } from '../support/node-server.js'

const vary = ['Origin', 'Access-Control-Request-Method']
const allowed = {
  status: 204,
  headers: [
    ['access-control-allow-origin', 'https://app.example'],
    ['access-control-max-age', '600'],
  ],
  vary,
} as const
const denied = { status: 403, headers: [], vary } as const
const failed = { status: 503, headers: [], vary: ['*'] } as const
const allowedFields = [
  'access-control-allow-origin: https://app.example',
  'access-control-max-age: 600',
  'vary: Origin, Access-Control-Request-Method',
]
const asked: Asked = { method: 'OPTIONS' }

/** Apart from what HTTP/1.1 says about the connection. */
const withoutConnection = (fields: readonly string[]): string[] =>
  fields.filter((line) => !/^(date|connection|keep-alive):/.test(line)).sort()

describe.each(protocols)('%s', (protocol) => {
  test.each([
    ['allowed', allowed, allowedFields],
    ['denied', denied, ['content-length: 0', 'vary: Origin, Access-Control-Request-Method']],
    ['failed', failed, ['content-length: 0', 'vary: *']],
  ] as const)('%s: status, no body, the fields and nothing more', async (_, answer, fields) => {
    const url = await serve((_, response) => answerPreflight(response, answer), protocol)
    const exchange = await ask(url, asked, protocol)
    expect(exchange).toMatchObject({ status: answer.status, body: '' })
    expect(withoutConnection(exchange.fields)).toEqual(fields)
  })

  test.each([
    ['allowed', allowed, allowedFields.slice(0, 2)],
    ['denied', denied, []],
  ] as const)('%s: what was set before stays, CORS headers excepted', async (_, answer, fields) => {
    const url = await serve((_, response) => {
      response.setHeader('X-Request-Id', '7')
      response.setHeader('Vary', 'Accept')
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Access-Control-Allow-Methods', 'DELETE')
      answerPreflight(response, answer)
    }, protocol)
    const exchange = await ask(url, asked, protocol)
    expect(corsFields(exchange)).toEqual([...fields, 'vary: Accept, Origin, Access-Control-Request-Method'])
    expect(exchange.fields).toContain('x-request-id: 7')
    expect(exchange.status).toBe(answer.status)
  })

  test('it replaces the answer of an outer adapter', async () => {
    const url = await serve((_, response) => {
      applyAtWriteHead(response, { headers: [['access-control-allow-origin', '*']], vary: ['X-Outer'] })
      answerPreflight(response, allowed)
    }, protocol)
    expect(corsFields(await ask(url, asked, protocol))).toEqual(allowedFields)
  })

  test('it needs no Vary', async () => {
    const url = await serve((_, response) => answerPreflight(response, { ...allowed, vary: [] }), protocol)
    expect(corsFields(await ask(url, asked, protocol))).toEqual(allowedFields.slice(0, 2))
  })
})

test('where nothing was set before, one call of writeHead with a flat array does it', async () => {
  const writeHead = vi.spyOn(ServerResponse.prototype, 'writeHead')
  const setHeader = vi.spyOn(ServerResponse.prototype, 'setHeader')
  onTestFinished(() => void vi.restoreAllMocks())
  const url = await serve((_, response) => answerPreflight(response, allowed))
  await ask(url, asked)
  const flat = [...allowed.headers.flat(), 'vary', 'Origin, Access-Control-Request-Method']
  expect(writeHead.mock.calls).toEqual([[204, flat]])
  expect(setHeader).not.toHaveBeenCalled()
})

test('a function that somebody else has put in place of writeHead is called, and nothing is put there otherwise', async () => {
  const own: boolean[] = []
  const url = await serve((request, response) => {
    if (request.url?.endsWith('/wrapped')) {
      const { writeHead } = response
      response.writeHead = function (this: ServerResponse, ...given: unknown[]) {
        this.setHeader('x-wrapped', '1')
        return Reflect.apply(writeHead, this, given)
      }
    }
    answerPreflight(response, allowed)
    own.push(Object.hasOwn(response, 'writeHead'))
  })
  const wrapped = await ask(`${url}/wrapped`, asked)
  expect(corsFields(wrapped)).toEqual(allowedFields)
  expect(wrapped.fields).toContain('x-wrapped: 1')
  expect(corsFields(await ask(url, asked))).toEqual(allowedFields)
  expect(own).toEqual([true, false])
})

test("whoever has put a function over Node's may add to the array: no other response gets it", async () => {
  const { writeHead } = ServerResponse.prototype
  onTestFinished(() => {
    ServerResponse.prototype.writeHead = writeHead
  })
  ServerResponse.prototype.writeHead = function (this: ServerResponse, status: number, headers?: unknown) {
    ;(headers as string[]).push('x-of-one-request', String(this.req.url))
    return Reflect.apply(writeHead, this, [status, headers])
  }
  const url = await serve((request, response) => {
    if (request.method === 'OPTIONS') return answerPreflight(response, allowed)
    applyAtWriteHead(response, { headers: [], vary })
    response.end()
  })
  for (const method of ['OPTIONS', 'GET']) {
    for (const path of ['/1', '/2']) {
      const { fields } = await ask(url + path, { method })
      expect(fields.filter((line) => line.startsWith('x-of'))).toEqual([`x-of-one-request: ${path}`])
    }
  }
})

test('an answer with a status is final', () => {
  expect(isFinal(allowed)).toBe(true)
  expect(isFinal({ headers: [], vary: [] })).toBe(false)
})

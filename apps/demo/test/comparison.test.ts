import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { shopPolicy } from '@cors/app-service'
import type { RawResponse } from '@cors/conformance'
import type { CorsRule } from '@cors/core'
import { afterEach, describe, expect, test } from 'vitest'
import { check } from '../src/check/check.js'
import { casesOf } from '../src/compare/cases.js'
import { type ComparedService, compareServices } from '../src/compare/compare-services.js'
import { comparedLines } from '../src/compare/compared-lines.js'
import type { ComparisonCase } from '../src/compare/comparison-case.js'
import { describeDifference } from '../src/compare/describe-difference.js'
import { type Service, services } from '../src/server/services.js'

const [fastify, koa] = services as unknown as readonly [Service, Service]

const listed = 'http://localhost:4000'
const policy = shopPolicy(listed)

test('an app with another policy fails the check, though each call goes as it should', async () => {
  const other: Service = {
    ...koa,
    start: ({ policy: given, ...options }) =>
      koa.start({ ...options, policy: { ...(given as CorsRule), maxAge: 599 } }),
  }
  let text = ''
  const passed = await check({
    firstPort: 0,
    services: [fastify, other],
    browser: { model: 'the test asks for it' },
    print: (line) => (text += `${line}\n`),
  })
  expect(passed).toBe(false)
  expect(text).toMatch(/\nAll \d+ calls, .* went as the policies mean\.\n/)
  expect(text).toMatch(
    /\nDIFFERENT {2}OPTIONS \/products, Access-Control-Request-Method: PUT, .*\n {2}What the shop and its policy say\n {4}access-control-max-age: 600\n {2}Fastify\n {4}access-control-max-age: 600\n {2}Koa\n {4}access-control-max-age: 599\n\n/,
  )
  expect(text).toMatch(
    /\n… and \d+ more\n\n\d{4} requests to each of 2 apps, \d+ answered differently: Fastify, Koa\.\n$/,
  )
})

test.each([
  ['the shop’s own', policy],
  ['a constant policy', { origins: '*' } as const],
])('Fastify and Koa do not differ: %s', async (_title, config) => {
  const running = await Promise.all([fastify, koa].map(({ start }) => start({ port: 0, policy: config })))
  const compared = running.map(({ url }, index) => ({
    title: String(index),
    url,
    choosesPolicyByFunction: index === 1,
  }))
  const cases = casesOf({ listed, policy: config, entityTag: '"1-1"' })
  const differences = await compareServices(compared, cases)
  for (const each of running) await each.close()
  expect(differences.map(describeDifference)).toEqual([])
})

describe('what is a difference', () => {
  const closing: (() => void)[] = []
  afterEach(() => {
    for (const close of closing.splice(0)) close()
  })

  const serve = async (listener: RequestListener): Promise<ComparedService> => {
    const server = createServer(listener).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    closing.push(() => server.close())
    const { port } = server.address() as AddressInfo
    return { title: 'App', url: `http://127.0.0.1:${port}`, choosesPolicyByFunction: false }
  }

  const answering = (status: number, headers: Record<string, string | string[]>): Promise<ComparedService> =>
    serve((_request, response) => response.writeHead(status, headers).end())

  const asked: ComparisonCase = {
    title: 'GET /',
    request: { method: 'GET', path: '/', headers: [] },
    expected: ['status: 200', 'access-control-allow-origin: *'],
  }

  const found = async (apps: readonly Promise<ComparedService>[], each = asked): Promise<string> =>
    (await compareServices(await Promise.all(apps), [each])).map(describeDifference).join()

  const star = { 'access-control-allow-origin': '*' }

  test('nothing where all are as expected', async () => {
    expect(await found([answering(200, star), answering(200, star)])).toBe('')
  })

  test.each<[string, Record<string, string | string[]>]>([
    ['a header more', { ...star, 'access-control-max-age': '5' }],
    ['a header less', {}],
    ['another byte', { 'access-control-allow-origin': '*,' }],
    ['a second value', { 'access-control-allow-origin': ['*', '*'] }],
    ['a member of Vary', { ...star, vary: 'Accept-Encoding, Origin' }],
  ])('%s', async (_title, headers) => {
    expect(await found([answering(200, star), answering(200, headers)])).toMatch(
      /^DIFFERENT {2}GET \/\n {2}What the shop and its policy say\n/,
    )
  })

  test('not what frameworks add to Vary, nor the case of names', async () => {
    const other = { 'Access-Control-Allow-Origin': '*', vary: 'Accept-Encoding, RSC' }
    expect(await found([answering(200, star), answering(200, other)])).toBe('')
  })

  test('a status that all agree on, and that is not the one', async () => {
    expect(await found([answering(404, star), answering(404, star)])).toContain('App\n    status: 404')
  })

  test('headers that all agree on, and that are not those of the policy', async () => {
    expect(await found([answering(200, {}), answering(200, {})])).toContain('access-control-allow-origin: *')
  })

  test('no status where the shop defines none', async () => {
    const each = { ...asked, expected: ['access-control-allow-origin: *'] }
    expect(await found([answering(200, star), answering(404, star)], each)).toBe('')
  })

  test('a response that is not of the type, or not streamed, where the shop defines that', async () => {
    const expected = ['status: 200', 'content-type: text/csv', 'transfer-encoding: chunked']
    const csv = { 'content-type': 'text/csv; charset=utf-8' }
    const streaming = (headers: Record<string, string>): Promise<ComparedService> =>
      serve((_request, response) => {
        response.writeHead(200, headers).write('a')
        response.end('b')
      })
    const each = { ...asked, expected }
    expect(await found([streaming(csv), streaming(csv)], each)).toBe('')
    expect(await found([streaming(csv), streaming({})], each)).toContain('content-type: text/csv')
    const whole = answering(200, { ...csv, 'content-length': '0' })
    expect(await found([streaming(csv), whole], each)).toContain('transfer-encoding: chunked')
  })

  test('no answer, also where nobody answers', async () => {
    const hangsUp = (): Promise<ComparedService> => serve((request) => request.socket.destroy())
    expect(await found([hangsUp(), hangsUp()])).toContain('no complete response')
  })

  test('one app alone is no comparison', async () => {
    await expect(found([answering(200, star)])).rejects.toThrow('nothing to compare')
  })
})

test('where a function chose the policy, Vary must have Origin, and then counts as without', () => {
  const constant: ComparisonCase = {
    title: '',
    request: { method: 'GET', path: '/', headers: [] },
    expected: [],
  }
  const response = (vary: string): RawResponse => ({
    statusLine: '',
    status: 200,
    headers: [['Vary', vary]],
    body: '',
  })
  expect(comparedLines(constant, response('Origin'), true)).toEqual([])
  expect(comparedLines(constant, response('Accept'), true)).toHaveLength(1)
  expect(comparedLines(constant, response('Origin'), false)).toEqual(['vary: origin'])
  const keyed = { ...constant, expected: ['vary: origin'] }
  expect(comparedLines(keyed, response('Origin'), true)).toEqual(['vary: origin'])
})

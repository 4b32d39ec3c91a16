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

describe('the cases', () => {
  const cases = casesOf({ listed, policy, entityTag: '"1-1"' })

  test('are more than 500, each once', () => {
    expect(cases.length).toBeGreaterThan(500)
    expect(new Set(cases.map(({ request }) => JSON.stringify(request))).size).toBe(cases.length)
  })

  test('reach every status of the shop', () => {
    const statuses = new Set(cases.map(({ status }) => status ?? 0))
    expect([...statuses].sort()).toEqual([0, 200, 201, 204, 301, 304, 400, 401, 404, 500])
  })

  test('have duplicated field lines, and preflights', () => {
    const origins = cases.map(({ request }) => request.headers.filter(([name]) => name === 'Origin').length)
    expect(new Set(origins)).toEqual(new Set([0, 1, 2]))
    expect(cases.filter(({ isPreflight }) => isPreflight).length).toBeGreaterThan(500)
  })
})

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
    /\nDIFFERENT {2}OPTIONS \/products, Access-Control-Request-Method: PUT, .*\n {2}Fastify\n {4}access-control-max-age: 600\n {2}Koa\n {4}access-control-max-age: 599\n\n/,
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
    isPreflight: false,
    isOff: false,
    isConstant: false,
    status: 200,
  }

  const found = async (apps: readonly Promise<ComparedService>[], each = asked): Promise<string> =>
    (await compareServices(await Promise.all(apps), [each])).map(describeDifference).join()

  const star = { 'access-control-allow-origin': '*' }

  test.each<[string, Record<string, string | string[]>]>([
    ['a header more', { ...star, 'access-control-max-age': '5' }],
    ['a header less', {}],
    ['another byte', { 'access-control-allow-origin': '*,' }],
    ['a second value', { 'access-control-allow-origin': ['*', '*'] }],
    ['a member of Vary', { ...star, vary: 'Accept-Encoding, Origin' }],
  ])('%s', async (_title, headers) => {
    expect(await found([answering(200, star), answering(200, headers)])).toMatch(
      /^DIFFERENT {2}GET \/\n {2}App\n/,
    )
  })

  test('not what frameworks add to Vary, nor the case of names', async () => {
    const other = { 'Access-Control-Allow-Origin': '*', vary: 'Accept-Encoding, RSC' }
    expect(await found([answering(200, star), answering(200, other)])).toBe('')
  })

  test('a status that all agree on and the shop does not define', async () => {
    expect(await found([answering(500, star), answering(500, star)])).toContain('status: 500')
  })

  test('the status of preflights', async () => {
    const preflight = { ...asked, status: undefined, isPreflight: true } as unknown as ComparisonCase
    expect(await found([answering(204, star), answering(200, star)], preflight)).toContain('status: 204')
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
  const constant = { isPreflight: false, isOff: false, isConstant: true } as ComparisonCase
  const response = (vary: string): RawResponse => ({
    statusLine: '',
    status: 200,
    headers: [['Vary', vary]],
    body: '',
  })
  expect(comparedLines(constant, response('Origin'), true)).toEqual([])
  expect(comparedLines(constant, response('Accept'), true)).toHaveLength(1)
  expect(comparedLines(constant, response('Origin'), false)).toEqual(['vary: origin'])
  expect(comparedLines({ ...constant, isConstant: false }, response('Origin'), true)).toEqual([
    'vary: origin',
  ])
})

import { describe, expect, test } from 'vitest'
import { applyAtWriteHead, type CorsAnswer, reserveWriteHead } from '../../src/adapter/index.js'
import { ask, corsFields, fieldsNamed, type Listener, protocols, serve } from '../support/node-server.js'
import { http1Ways, ways } from '../support/ways-of-writing.js'

const allowed: CorsAnswer = {
  headers: [
    ['access-control-allow-origin', 'https://app.example'],
    ['access-control-expose-headers', 'etag'],
  ],
  vary: ['Origin'],
}
const allowedFields = [
  'access-control-allow-origin: https://app.example',
  'access-control-expose-headers: etag',
]
const denied: CorsAnswer = { headers: [], vary: ['Origin'] }

describe.each(protocols)('%s', (protocol) => {
  const all = protocol === 'HTTP/1.1' ? [...ways, ...http1Ways] : ways

  test.each(all)('%s: the headers of the answer and nothing more', async (_, write, vary) => {
    const url = await serve((request, response) => {
      applyAtWriteHead(response, allowed)
      write(request, response)
    }, protocol)
    expect(corsFields(await ask(url, {}, protocol))).toEqual([...allowedFields, vary])
    expect(corsFields(await ask(url, { method: 'HEAD' }, protocol))).toEqual([...allowedFields, vary])
  })

  test.each(all)('%s: denied, so only Vary', async (_, write, vary) => {
    const url = await serve((request, response) => {
      applyAtWriteHead(response, denied)
      write(request, response)
    }, protocol)
    expect(corsFields(await ask(url, {}, protocol))).toEqual([vary])
  })

  test.each(all)('%s: the same where the place was reserved', async (_, write, vary) => {
    const url = await serve((request, response) => {
      reserveWriteHead(response)
      const { writeHead } = response
      applyAtWriteHead(response, allowed)
      expect(response.writeHead).not.toBe(writeHead)
      write(request, response)
    }, protocol)
    expect(corsFields(await ask(url, {}, protocol))).toEqual([...allowedFields, vary])
  })

  test('a reserved place without an answer changes nothing', async () => {
    const own = ['access-control-allow-origin: *', 'vary: Accept']
    const url = await serve((request, response) => {
      reserveWriteHead(response)
      if (request.url === '/off') applyAtWriteHead(response, undefined)
      response.setHeader('x-set', 'set')
      response.writeHead(202, { 'Access-Control-Allow-Origin': '*', Vary: 'Accept' }).end('body')
    }, protocol)
    for (const path of ['/', '/off']) {
      const exchange = await ask(url + path, {}, protocol)
      expect(exchange).toMatchObject({ status: 202, body: 'body' })
      expect(corsFields(exchange)).toEqual(own)
      expect(fieldsNamed(exchange, 'x-set')).toEqual(['x-set: set'])
    }
  })

  test('other headers and the body stay as they are', async () => {
    const url = await serve((_, response) => {
      applyAtWriteHead(response, allowed)
      response.setHeader('x-set', 'set')
      response.writeHead(201, { 'Set-Cookie': ['a=1', 'b=2'], 'X-Own': 'own' })
      response.end('body')
    }, protocol)
    const exchange = await ask(url, {}, protocol)
    expect(exchange).toMatchObject({ status: 201, body: 'body' })
    expect(fieldsNamed(exchange, 'set-cookie')).toEqual(['set-cookie: a=1', 'set-cookie: b=2'])
    expect(exchange.fields).toEqual(expect.arrayContaining(['x-set: set', 'x-own: own']))
  })

  test('an answer without headers leaves those of the application, and merges Vary', async () => {
    const off: CorsAnswer = { headers: undefined, vary: ['Origin', 'X-Tenant'] }
    const own = ['access-control-allow-origin: *', 'vary: Accept, Origin, X-Tenant']
    for (const write of [
      (response) => {
        response.setHeader('vary', 'Accept')
        response.setHeader('Access-Control-Allow-Origin', '*')
        response.end()
      },
      (response) => response.writeHead(200, { 'Access-Control-Allow-Origin': '*', Vary: 'Accept' }).end(),
      (response) => response.writeHead(200, ['access-control-allow-origin', '*', 'vary', 'Accept']).end(),
    ] satisfies ((response: Parameters<Listener>[1]) => unknown)[]) {
      const url = await serve((_, response) => {
        applyAtWriteHead(response, off)
        write(response)
      }, protocol)
      expect(corsFields(await ask(url, {}, protocol))).toEqual(own)
    }
  })

  test('a second answer replaces the first, undefined takes it back', async () => {
    const url = await serve((request, response) => {
      applyAtWriteHead(response, undefined)
      applyAtWriteHead(response, allowed)
      applyAtWriteHead(response, request.url === '/other' ? denied : undefined)
      response.setHeader('vary', 'Accept')
      response.end()
    }, protocol)
    expect(corsFields(await ask(`${url}/other`, {}, protocol))).toEqual(['vary: Accept, Origin'])
    expect(corsFields(await ask(`${url}/none`, {}, protocol))).toEqual(['vary: Accept'])
  })

  test('a constant answer merges no Vary', async () => {
    const url = await serve((_, response) => {
      applyAtWriteHead(response, { headers: [['access-control-allow-origin', '*']], vary: [] })
      response.writeHead(200, { Vary: ['Accept', 'Cookie'] }).end()
    }, protocol)
    const fields = corsFields(await ask(url, {}, protocol))
    expect(fields.join('|').replace('|vary: Cookie', ', Cookie')).toBe(
      'access-control-allow-origin: *|vary: Accept, Cookie',
    )
  })

  test('the headers that a caller passes are not written to', async () => {
    const constant = { Vary: 'Accept', 'Access-Control-Allow-Origin': '*' }
    const flat = ['Vary', 'Accept']
    const url = await serve((request, response) => {
      applyAtWriteHead(response, allowed)
      response.writeHead(200, request.url === '/flat' ? flat : constant).end()
    }, protocol)
    await ask(url, {}, protocol)
    await ask(`${url}/flat`, {}, protocol)
    expect(constant).toEqual({ Vary: 'Accept', 'Access-Control-Allow-Origin': '*' })
    expect(flat).toEqual(['Vary', 'Accept'])
  })

  test('a head that Node refuses can be written again', async () => {
    const url = await serve((_, response) => {
      applyAtWriteHead(response, allowed)
      expect(() => response.writeHead(200, { 'x bad': '1' })).toThrow()
      response.setHeader('vary', 'Accept')
      response.statusCode = 500
      response.end()
    }, protocol)
    const exchange = await ask(url, {}, protocol)
    expect(exchange.status).toBe(500)
    expect(corsFields(exchange)).toEqual([...allowedFields, 'vary: Accept, Origin'])
  })

  test('a second writeHead fails as it does without us', async () => {
    let code: unknown
    const url = await serve((_, response) => {
      applyAtWriteHead(response, allowed)
      response.writeHead(200)
      try {
        response.writeHead(200, { vary: 'Accept' })
      } catch (error) {
        code = (error as { code: unknown }).code
      }
      response.end()
    }, protocol)
    await ask(url, {}, protocol)
    expect(code).toBe(protocol === 'HTTP/1.1' ? 'ERR_HTTP_HEADERS_SENT' : 'ERR_HTTP2_HEADERS_SENT')
  })
})

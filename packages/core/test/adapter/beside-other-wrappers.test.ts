import { EventEmitter, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { connect } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import {
  answerPreflight,
  applyAtWriteHead,
  type CorsAnswer,
  reserveWriteHead,
} from '../../src/adapter/index.js'
import { ask, corsFields, protocols, serve } from '../support/node-server.js'

const allowed: CorsAnswer = {
  headers: [['access-control-allow-origin', 'https://app.example']],
  vary: ['Origin'],
}
const allowedFields = ['access-control-allow-origin: https://app.example']

/**
 * As `on-headers` before 1.1 does it, on which `compression`, `morgan` and sessions were built: it sets the
 * headers of the call one by one, knows arrays of pairs only, then calls its listener, then the next `writeHead`.
 */
const onHeaders = (response: ServerResponse, listener: () => void): void => {
  const next = response.writeHead as (...args: unknown[]) => ServerResponse
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const headers = typeof rest[0] === 'string' ? rest[1] : rest[0]
    response.statusCode = status
    if (Array.isArray(headers)) for (const [name, value] of headers) response.setHeader(name, value)
    else
      for (const [name, value] of Object.entries(headers ?? {}))
        response.setHeader(name, value as string | string[])
    listener()
    return next.call(response, response.statusCode)
  }) as ServerResponse['writeHead']
}

const compress = (response: ServerResponse): void =>
  onHeaders(response, () => {
    response.setHeader(
      'Vary',
      [response.getHeader('vary'), 'Accept-Encoding'].filter((member) => member !== undefined).join(', '),
    )
  })

const orders = {
  'a wrapper before': (response: ServerResponse, answer: CorsAnswer) => {
    compress(response)
    applyAtWriteHead(response, answer)
  },
  'a wrapper after': (response: ServerResponse, answer: CorsAnswer) => {
    applyAtWriteHead(response, answer)
    compress(response)
  },
  'a wrapper after a reserved place': (response: ServerResponse, answer: CorsAnswer) => {
    reserveWriteHead(response)
    compress(response)
    applyAtWriteHead(response, answer)
  },
  'a wrapper before a place that is then not reserved': (response: ServerResponse, answer: CorsAnswer) => {
    compress(response)
    reserveWriteHead(response)
    applyAtWriteHead(response, answer)
  },
  'an answer before a place that is then not reserved': (response: ServerResponse, answer: CorsAnswer) => {
    applyAtWriteHead(response, answer)
    reserveWriteHead(response)
    compress(response)
  },
  'a wrapper between two answers': (response: ServerResponse, answer: CorsAnswer) => {
    applyAtWriteHead(response, { headers: [['access-control-allow-credentials', 'true']], vary: ['X-Outer'] })
    compress(response)
    applyAtWriteHead(response, answer)
  },
  'wrappers before and between two answers': (response: ServerResponse, answer: CorsAnswer) => {
    compress(response)
    applyAtWriteHead(response, { headers: [['access-control-allow-credentials', 'true']], vary: ['X-Outer'] })
    onHeaders(response, () => {})
    applyAtWriteHead(response, answer)
  },
  'an answer that was taken back, and a wrapper': (response: ServerResponse, answer: CorsAnswer) => {
    applyAtWriteHead(response, { headers: [['access-control-allow-credentials', 'true']], vary: ['X-Outer'] })
    applyAtWriteHead(response, undefined)
    compress(response)
    applyAtWriteHead(response, answer)
  },
}

describe.each(protocols)('%s', (protocol) => {
  test.each(Object.entries(orders))('%s: each header once, all members of Vary', async (_, prepare) => {
    const url = await serve((request, response) => {
      prepare(response, allowed)
      if (request.url === '/object') response.writeHead(200, { Vary: 'Cookie' })
      response.end('body')
    }, protocol)
    const members = (fields: string[]): string[] =>
      (fields.find((line) => line.startsWith('vary: ')) ?? '').slice('vary: '.length).split(', ').sort()

    const implicit = corsFields(await ask(url, {}, protocol))
    expect(implicit).toEqual([...allowedFields, expect.stringMatching(/^vary: /)])
    expect(members(implicit)).toEqual(['Accept-Encoding', 'Origin'])
    const explicit = corsFields(await ask(`${url}/object`, {}, protocol))
    expect(explicit).toEqual([...allowedFields, expect.stringMatching(/^vary: /)])
    expect(members(explicit)).toEqual(['Accept-Encoding', 'Cookie', 'Origin'])
  })

  test.each(['/taken-back', '/replaced'])('a wrapper after an answer that is then %s', async (path) => {
    const url = await serve((_, response) => {
      applyAtWriteHead(response, allowed)
      compress(response)
      applyAtWriteHead(response, undefined)
      if (path === '/replaced') applyAtWriteHead(response, { headers: [], vary: ['X-Inner'] })
      response.setHeader('access-control-allow-origin', 'its own')
      response.end()
    }, protocol)
    const own = ['access-control-allow-origin: its own', 'vary: Accept-Encoding']
    const expected = path === '/replaced' ? ['vary: X-Inner, Accept-Encoding'] : own
    expect(corsFields(await ask(url, {}, protocol))).toEqual(expected)
  })

  test('a wrapper that puts back what was there before, after an answer by another build of this file', async () => {
    vi.resetModules()
    const first = await import('../../src/adapter/apply-at-write-head.js')
    vi.resetModules()
    const second = await import('../../src/adapter/apply-at-write-head.js')
    expect(second.applyAtWriteHead).not.toBe(first.applyAtWriteHead)
    const url = await serve((_, response) => {
      first.applyAtWriteHead(response, allowed)
      const { writeHead } = response
      response.writeHead = ((status: number) => {
        response.writeHead = writeHead
        return response.writeHead(status)
      }) as ServerResponse['writeHead']
      second.applyAtWriteHead(response, { headers: [], vary: ['X-Inner'] })
      response.end()
    }, protocol)
    expect(corsFields(await ask(url, {}, protocol))).toEqual(['vary: X-Inner'])
  })

  test('a preflight below a wrapper that cannot read flat arrays', async () => {
    const url = await serve((_, response) => {
      onHeaders(response, () => response.setHeader('x-wrapper', '1'))
      answerPreflight(response, { ...allowed, status: 204 })
    }, protocol)
    const exchange = await ask(url, { method: 'OPTIONS' }, protocol)
    expect(exchange.status).toBe(204)
    expect(exchange.fields).toContain('x-wrapper: 1')
    expect(corsFields(exchange)).toEqual([...allowedFields, 'vary: Origin'])
  })

  test('an empty array in the call, above a wrapper that cannot read flat ones', async () => {
    const url = await serve((_, response) => {
      onHeaders(response, () => response.setHeader('x-wrapper', '1'))
      applyAtWriteHead(response, allowed)
      response.writeHead(200, []).end()
    }, protocol)
    const { fields } = await ask(url, {}, protocol)
    expect(
      fields.filter((line) => !/^(date|connection|keep-alive|transfer-encoding):/.test(line)).sort(),
    ).toEqual([...allowedFields, 'vary: Origin', 'x-wrapper: 1'])
  })

  test('loggers read the headers after the end, as Node keeps them: where one was set before the head', async () => {
    let seen: unknown
    const url = await serve((_, response) => {
      applyAtWriteHead(response, allowed)
      response.setHeader('x-powered-by', 'the application')
      response.on('finish', () => {
        seen = [response.getHeader('access-control-allow-origin'), response.getHeader('vary')]
      })
      response.end()
    }, protocol)
    await ask(url, {}, protocol)
    await expect.poll(() => seen).toEqual(['https://app.example', 'Origin'])
  })

  test.each([
    ['an answer', (response) => void applyAtWriteHead(response, allowed)],
    ['a preflight', (response) => answerPreflight(response, { ...allowed, status: 204 })],
    ['a denied preflight', (response) => answerPreflight(response, { ...allowed, status: 403 })],
  ] satisfies [string, (response: ServerResponse) => void][])(
    '%s for a client that is gone does no harm',
    async (_, write) => {
      const events = new EventEmitter()
      const url = await serve((_, response) => {
        events.emit('request')
        response.on('close', () => {
          write(response)
          response.end('late')
          events.emit('answered')
        })
      }, protocol)
      const answered = once(events, 'answered')
      const started = once(events, 'request')
      const leave = protocol === 'HTTP/1.1' ? startHttp1(url) : startHttp2(url)
      await started
      leave()
      await answered
    },
  )
})

const startHttp1 = (url: string): (() => void) => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  return () => socket.destroy()
}

const startHttp2 = (url: string): (() => void) => {
  const session = connectHttp2(url)
  session.on('error', () => {})
  session.request({ ':path': '/' }).on('error', () => {})
  return () => session.destroy()
}

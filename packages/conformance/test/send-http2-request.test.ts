import { createServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { sendHttp2Request } from '../src/index.js'

it('sends method, path, field lines and body over HTTP/2, and tells each field line of the response', async () => {
  let seen: unknown
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { ':method': method, ':path': path, 'x-own': own } = request.headers
      seen = { method, path, own, body, version: request.httpVersion }
      response.setHeader('set-cookie', ['a=1', 'b=2'])
      response.statusCode = 201
      response.end('answer')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const response = await sendHttp2Request(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      method: 'PUT',
      path: '/x',
      headers: [
        ['X-Own', '1'],
        ['x-own', '2'],
      ],
      body: '{}',
    })
    expect(seen).toEqual({ method: 'PUT', path: '/x', own: '1, 2', body: '{}', version: '2.0' })
    expect(response).toMatchObject({ statusLine: 'HTTP/2 201', status: 201, body: 'answer' })
    expect(response.headers.filter(([name]) => name !== 'date')).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
  } finally {
    server.close()
  }
})

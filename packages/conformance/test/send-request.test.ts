import { type AddressInfo, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { sendRequest } from '../src/index.js'
import { parseResponse } from '../src/runner/raw-response.js'

const exchange = async (
  answer: string,
  request: Parameters<typeof sendRequest>[1],
): Promise<{ sent: string; response: Awaited<ReturnType<typeof sendRequest>> }> => {
  let sent = ''
  const server = createServer((socket) => {
    socket.on('data', (chunk) => {
      sent += chunk.toString('latin1')
      socket.end(answer, 'latin1')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const response = await sendRequest(url, request)
    return { sent: sent.replace(url.slice(7), 'host'), response }
  } finally {
    server.close()
  }
}

it('sends every field line as it stands: repeated, empty, odd', async () => {
  const { sent } = await exchange('HTTP/1.1 204 No Content\r\n\r\n', {
    method: 'OPTIONS',
    path: '/x',
    headers: [
      ['Origin', 'a'],
      ['origin', ''],
      ['Origin', '\xe9'],
    ],
  })
  expect(sent).toBe(
    'OPTIONS /x HTTP/1.1\r\nHost: host\r\nConnection: close\r\nOrigin: a\r\norigin: \r\nOrigin: \xe9\r\n\r\n',
  )
})

it('sends a body with its length, and the length of none where the method usually has one', async () => {
  const ok = 'HTTP/1.1 200 OK\r\n\r\n'
  const withBody = await exchange(ok, { method: 'POST', path: '/', headers: [], body: '{}' })
  expect(withBody.sent.endsWith('Content-Length: 2\r\n\r\n{}')).toBe(true)
  const without = await exchange(ok, { method: 'PUT', path: '/', headers: [] })
  expect(without.sent.endsWith('Content-Length: 0\r\n\r\n')).toBe(true)
})

it('rejects where no response comes', async () => {
  const request = { method: 'GET', path: '/', headers: [] }
  await expect(exchange('', request)).rejects.toThrow('the server closed the connection')
  await expect(exchange('HTTP/1.1 200 OK\r\nA', request)).rejects.toThrow('the head is cut off')
  await expect(sendRequest('http://127.0.0.1:1', request)).rejects.toThrow('ECONNREFUSED')
})

it('reads a response field line by field line', () => {
  expect(parseResponse('HTTP/1.1 200 OK\r\nA: 1\r\na:\t2 \r\nB:\r\n\r\nbody')).toEqual({
    statusLine: 'HTTP/1.1 200 OK',
    status: 200,
    headers: [
      ['A', '1'],
      ['a', '2'],
      ['B', ''],
    ],
    body: 'body',
  })
})

it('reads past interim responses', () => {
  expect(parseResponse('HTTP/1.1 103 Early Hints\r\nA: 1\r\n\r\nHTTP/1.1 404\r\n\r\n')).toMatchObject({
    status: 404,
    headers: [],
  })
})

it('reads chunks', () => {
  const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
  expect(parseResponse(`${head}3\r\none\r\na;x=y\r\n0123456789\r\n0\r\n\r\n`).body).toBe('one0123456789')
  // A HEAD response announces chunks and has none.
  expect(parseResponse(head).body).toBe('')
  expect(() => parseResponse(`${head}3\r\non`)).toThrow('cut off')
})

it.each(['HTTP/2 200\r\n\r\n', 'nonsense\r\n\r\n', 'HTTP/1.1 200 OK\r\nno colon\r\n\r\n'])(
  'refuses what is no response: %j',
  (text) => {
    expect(() => parseResponse(text)).toThrow('not a')
  },
)

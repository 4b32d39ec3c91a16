import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { answerPreflight, applyAtWriteHead, type CorsAnswer } from '../../src/adapter/index.js'
import { serve } from '../support/node-server.js'

const allowed: CorsAnswer = {
  headers: [['access-control-allow-origin', 'https://app.example']],
  vary: ['Origin'],
}
const allowedFields = ['access-control-allow-origin: https://app.example']

/** What a server writes to one socket until it closes it. */
const bytes = async (url: string, requests: readonly string[]): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let received = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk
  })
  socket.write(requests.join(''))
  await once(socket, 'close')
  return received
}

test('two requests on one socket: nothing of the first is on the second', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/first') applyAtWriteHead(response, allowed)
    if (request.url === '/preflight') return answerPreflight(response, { ...allowed, status: 403 })
    response.end(request.url)
  })
  const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`
  const received = await bytes(url, [get('/first'), get('/preflight'), get('/last', 'Connection: close\r\n')])
  const heads = received.split(/(?=HTTP\/1\.1 )/)
  expect(heads.map((head) => /access-control-allow-origin/i.test(head))).toEqual([true, true, false])
  expect(heads[2]).toMatch(/\/last$/)
})

test('informational responses are left alone', async () => {
  const url = await serve((_, response) => {
    applyAtWriteHead(response, allowed)
    response.writeContinue()
    response.writeProcessing()
    response.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' }, () => response.end())
  })
  const received = await bytes(url, ['GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'])
  const heads = received.split(/(?=HTTP\/1\.1 )/).map((head) => head.split('\r\n'))
  expect(heads.map(([line]) => line)).toEqual([
    'HTTP/1.1 100 Continue',
    'HTTP/1.1 102 Processing',
    'HTTP/1.1 103 Early Hints',
    'HTTP/1.1 200 OK',
  ])
  expect(heads.map((lines) => lines.filter((line) => /^(access-control|vary)/i.test(line)))).toEqual([
    [],
    [],
    [],
    [...allowedFields, 'vary: Origin'],
  ])
})

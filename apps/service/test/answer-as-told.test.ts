import { expect, test } from 'vitest'
import { answerAsTold, answerHeaders, piecesOf } from '../src/index.js'

const told = (query: Record<string, string>) => answerAsTold(new URLSearchParams(query))

test('what is not told is usual', () => {
  expect(told({})).toEqual({
    status: 200,
    headers: {
      ...answerHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-answered': '',
    },
    body: 'as told',
    streamed: false,
  })
})

test('what is told is done', () => {
  const { status, headers } = told({
    case: '7',
    status: '307',
    location: 'https://a.example/?b=c',
    cookie: 'a=b; Secure',
    cache: 'max-age=1',
  })
  expect([status, headers]).toEqual([
    307,
    expect.objectContaining({
      'x-answered': '7',
      location: 'https://a.example/?b=c',
      'set-cookie': 'a=b; Secure',
      'cache-control': 'max-age=1',
    }),
  ])
})

test.each(['204', '205', '304'])('%s has no body, also where a stream is told', (status) => {
  const { body, streamed, headers } = told({ status, as: 'stream' })
  expect([body, streamed, headers['content-type']]).toEqual([undefined, false, undefined])
})

test('a stream comes in pieces', async () => {
  const { body = '', streamed } = told({ as: 'stream' })
  const pieces: string[] = []
  for await (const piece of piecesOf(body)) pieces.push(piece)
  expect([streamed, pieces.length, pieces.join('')]).toEqual([true, 7, 'as told'])
})

test('server-sent events are one event', () => {
  const { headers, body } = told({ as: 'events' })
  expect([headers['content-type'], body]).toEqual(['text/event-stream', 'data: as told\n\n'])
})
